import Taro from '@tarojs/taro';

/** A file for whoever asked for it, handed to them and left nowhere else. */

/** What kinds of file there are. */
const types = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Kind = keyof typeof types;

const pathOf = (kind: Kind) => `${Taro.env.USER_DATA_PATH}/copy.${kind}`;

/** What is in one: text, or bytes that fill their own buffer. */
type Content = string | Uint8Array<ArrayBuffer>;

function download(name: string, content: Content, kind: Kind): void {
  const url = URL.createObjectURL(new Blob([content], { type: types[kind] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * On the web it is downloaded; WeChat lets nobody save a file but sends one to a chat that the person picks,
 * one's own included. It asks for that inside the tap, so the file has to be there before. Answers whether it was taken.
 */
export async function handOver(name: string, content: Content, kind: Kind): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp') {
    download(name, content, kind);
    return true;
  }
  const file = typeof content === 'string' ? content : content.buffer;
  Taro.getFileSystemManager().writeFileSync(pathOf(kind), file, 'utf8');
  try {
    await Taro.shareFileMessage({ filePath: pathOf(kind), fileName: name });
    return true;
  } catch (thrown) {
    // Whoever closes WeChat's sheet has changed their mind.
    if (String((thrown as { errMsg?: string }).errMsg).includes('cancel')) return false;
    throw thrown;
  }
}

/** Leaves nothing of it on the phone; WeChat may still read it while its sheet is open. */
export function dropFile(kind: Kind): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  try {
    Taro.getFileSystemManager().unlinkSync(pathOf(kind));
  } catch {
    // It was never written.
  }
}
