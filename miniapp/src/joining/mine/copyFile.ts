import Taro from '@tarojs/taro';

/** The person's copy as a file, handed to them and left nowhere else. */

const pathOf = () => `${Taro.env.USER_DATA_PATH}/copy.json`;

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * On the web it is downloaded; WeChat lets nobody save a file but sends one to a chat that the person picks,
 * one's own included. It asks for that inside the tap, so the text has to be there before. Answers whether it was taken.
 */
export async function handOver(name: string, text: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp') {
    download(name, text);
    return true;
  }
  Taro.getFileSystemManager().writeFileSync(pathOf(), text, 'utf8');
  try {
    await Taro.shareFileMessage({ filePath: pathOf(), fileName: name });
    return true;
  } catch (thrown) {
    // Whoever closes WeChat's sheet has changed their mind.
    if (String((thrown as { errMsg?: string }).errMsg).includes('cancel')) return false;
    throw thrown;
  }
}

/** Leaves nothing of it on the phone; WeChat may still read it while its sheet is open. */
export function dropFile(): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  try {
    Taro.getFileSystemManager().unlinkSync(pathOf());
  } catch {
    // It was never written.
  }
}
