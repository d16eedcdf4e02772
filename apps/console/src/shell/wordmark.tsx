import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** The product's sign: an estimate with its interval. */
export function Wordmark() {
  const words = useMessages({ zh, en });
  return (
    <span className="wordmark">
      <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
        <path className="wordmark-scale" d="M1 7H25" />
        <path className="wordmark-interval" d="M7 7H22" />
        <circle cx="15.5" cy="7" r="4" />
      </svg>
      {words.product}
    </span>
  );
}
