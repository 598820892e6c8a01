/**
 * On H5, keeps a filter or an order in the page's address, so that it survives a reload and can be passed
 * on; an empty value takes it out. In WeChat a page is opened with them as its parameters.
 */
export function keepInAddress(name: string, value: string): void {
  if (process.env.TARO_ENV === 'weapp') return;
  const [path = '', query = ''] = window.location.hash.split('?');
  const rest = query.split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`));
  const next = value === '' ? rest : [...rest, `${name}=${encodeURIComponent(value)}`];
  const address = next.length > 0 ? `${path}?${next.join('&')}` : path;
  window.history.replaceState(window.history.state, '', address);
}
