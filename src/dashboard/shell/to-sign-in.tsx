import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** Leads to the sign-in, once, and remembers where one was. */
export function ToSignIn() {
  const { href } = useLocation();
  // The place where one was when this began: while the router moves on, its location is the sign-in already.
  const [back] = useState(href);
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to: '/sign-in', search: back === '/' ? {} : { back }, replace: true });
  }, [back, navigate]);
  return null;
}
