import { Button } from './button.ts';
import { Image } from './image.ts';
import { Input, Textarea } from './input.ts';
import { Picker } from './picker.ts';

/** Makes the browser know WeChat's components; those that are only a box need no more than a style. */
export function defineBuiltIns(): void {
  customElements.define('wx-button', Button);
  customElements.define('wx-image', Image);
  customElements.define('wx-input', Input);
  customElements.define('wx-textarea', Textarea);
  customElements.define('wx-picker', Picker);
}
