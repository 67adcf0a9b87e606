// Changes as they come. The browser comes back by itself with the last position it saw, so nothing is missed or repeated;
// where the server no longer holds that position it says so, and everything is read anew.

export function follow(store, onState) {
  let source;

  function open() {
    source = new EventSource('/api/v1/alerts/stream?levels=true');
    source.addEventListener('open', () => onState('live', 'live'));
    source.addEventListener('change', (event) => take(event, true));
    source.addEventListener('level', (event) => take(event, false));
    source.addEventListener('reset', () => store.loadLevels());
    source.addEventListener('dropped', reopen);
    source.addEventListener('error', () => {
      onState('lost', 'connection lost, trying again');
      if (source.readyState === EventSource.CLOSED) setTimeout(reopen, 2000);
    });
  }

  function take(event, isMove) {
    onState('live', 'live');
    store.take(JSON.parse(event.data), isMove);
  }

  /** A position is lost with the source: what is there now is read again. */
  function reopen() {
    source?.close();
    open();
    store.loadLevels().catch(() => {});
  }

  open();
  addEventListener('online', reopen);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && source.readyState === EventSource.CLOSED) reopen();
  });
  return () => source.close();
}
