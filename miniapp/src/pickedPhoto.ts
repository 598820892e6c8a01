import type { PhotoType } from '@niangjia/shared/photos/sending';

/** A photo somebody has chosen, made small enough to be sent. */
export interface PickedPhoto {
  readonly type: PhotoType;
  readonly bytes: ArrayBuffer;
  /** Where the phone itself shows it from. */
  readonly preview: string;
}

/** Photos are chosen one by one and made smaller as they are sent: a phone's memory holds few large ones. */
export type Pick = () => Promise<PickedPhoto>;
