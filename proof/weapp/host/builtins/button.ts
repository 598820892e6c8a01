import { shareTop } from '../pages.ts';
import { who } from '../phone.ts';
import { agreed, hand, noteAgreeing } from '../wx/people.ts';
import { BuiltIn } from './builtIn.ts';

/** <button>: a tap on one with an open-type also opens that. */
export class Button extends BuiltIn {
  static readonly observedAttributes = ['disabled'];
  #listens = false;

  attributeChangedCallback(): void {
    this.settleDisabled();
  }

  connectedCallback(): void {
    if (this.#listens) return;
    this.#listens = true;
    this.addEventListener('touchend', () => setTimeout(() => this.#open(this.text('open-type'))));
  }

  #open(type: string): void {
    if (this.hasAttribute('disabled')) return;
    // The stand-in knows this code as the number of that person's phone.
    if (type === 'getPhoneNumber')
      agreed('getPhoneNumber', () => ({ code: `phone-${who}`, errMsg: 'getPhoneNumber:ok' })).then(
        (answer) => this.tell('getphonenumber', answer),
        ({ message }: Error) => this.tell('getphonenumber', { errMsg: `getPhoneNumber:fail ${message}` }),
      );
    if (type === 'share') hand.cards.push(shareTop('button'));
    if (type === 'agreePrivacyAuthorization') {
      noteAgreeing(this.__wxElement?.id ?? '');
      this.tell('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
    }
  }
}
