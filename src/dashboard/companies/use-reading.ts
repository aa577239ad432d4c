import { type RefObject, useEffect, useState } from 'react';

const SCROLLED_PX = 160;

/** True while somebody reads the rows: the pointer or the keyboard's focus is on them, or the page is scrolled down. */
export function useReading(rows: RefObject<HTMLElement | null>): boolean {
  const [reading, setReading] = useState(false);
  useEffect(() => {
    let pointer = false;
    let focus = false;
    const judge = () => setReading(pointer || focus || window.scrollY > SCROLLED_PX);
    const over = (event: Event) => {
      pointer = event.target instanceof Node && (rows.current?.contains(event.target) ?? false);
      judge();
    };
    const leave = () => {
      pointer = false;
      judge();
    };
    const focusMoves = () => {
      focus = rows.current?.contains(document.activeElement) ?? false;
      judge();
    };
    document.addEventListener('pointerover', over, { passive: true });
    document.documentElement.addEventListener('pointerleave', leave);
    document.addEventListener('focusin', focusMoves);
    document.addEventListener('focusout', focusMoves);
    window.addEventListener('scroll', judge, { passive: true });
    return () => {
      document.removeEventListener('pointerover', over);
      document.documentElement.removeEventListener('pointerleave', leave);
      document.removeEventListener('focusin', focusMoves);
      document.removeEventListener('focusout', focusMoves);
      window.removeEventListener('scroll', judge);
    };
  }, [rows]);
  return reading;
}
