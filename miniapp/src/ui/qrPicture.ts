import qrcode from 'qrcode-generator';

// Texts may be Chinese; WeChat has no TextEncoder.
function utf8(text: string): number[] {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let i = 0; i < escaped.length; i++) {
    if (escaped[i] !== '%') bytes.push(escaped.charCodeAt(i));
    else {
      bytes.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16));
      i += 2;
    }
  }
  return bytes;
}

/**
 * A QR code as an SVG data URI, one path, with the quiet zone of four modules. A screen is never torn or
 * stained, so the lowest error correction is enough and keeps the modules large.
 */
export function qrPicture(text: string): string {
  qrcode.stringToBytes = utf8;
  const code = qrcode(0, 'L');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      // Dark modules side by side are one stroke, which halves what a phone has to take over.
      let run = 0;
      while (column + run < count && code.isDark(row, column + run)) run++;
      if (run > 0) path += `M${column + 4} ${row + 4}h${run}v1h-${run}z`;
      column += run;
    }
  }
  const side = count + 8;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#1F1B16"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
