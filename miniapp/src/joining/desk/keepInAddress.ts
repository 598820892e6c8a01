/** On H5, keeps a filter in the page's address, so that it survives a reload and can be passed on. */
export function keepInAddress(name: string, value: string): void {
  if (process.env.TARO_ENV === 'weapp') return;
  const [path = '', query = ''] = window.location.hash.split('?');
  const rest = query.split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`));
  const next = [...rest, `${name}=${encodeURIComponent(value)}`].join('&');
  window.history.replaceState(window.history.state, '', `${path}?${next}`);
}
