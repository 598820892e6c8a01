import { BuiltIn } from './builtIn.ts';

const FITS: Readonly<Record<string, string>> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
};

/** <image> */
export class Image extends BuiltIn {
  static readonly observedAttributes = ['src', 'mode'];
  readonly #picture = document.createElement('img');

  connectedCallback(): void {
    if (this.#picture.parentElement) return;
    this.append(this.#picture);
    this.#picture.addEventListener('load', () =>
      this.tell('load', { width: this.#picture.naturalWidth, height: this.#picture.naturalHeight }),
    );
    this.#picture.addEventListener('error', () => this.tell('error', { errMsg: 'image load fail' }));
  }

  attributeChangedCallback(): void {
    const picture = this.#picture;
    if (!picture) return;
    const source = this.text('src');
    if (source && picture.getAttribute('src') !== source) picture.src = source;
    picture.style.objectFit = FITS[this.text('mode')] ?? 'none';
  }
}
