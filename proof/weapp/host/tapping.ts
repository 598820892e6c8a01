let tapped = false;

/** Runs what a tap does; what comes after a pause of any kind is no longer inside the tap. */
export function whileTapped(act: () => void): void {
  tapped = true;
  try {
    act();
  } finally {
    tapped = false;
  }
}

/** Whether this runs inside a tap, as WeChat wants for what opens a question. */
export const insideTap = () => tapped;
