/** Takes the focus as soon as it stands: the control that had it is gone, and the next key press starts here. */
export function focusOn(element: HTMLElement | null): void {
  element?.focus();
}
