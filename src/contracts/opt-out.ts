/**
 * Name of the cookie that an objection on a site's own origin sets (privacy promise 9), and of the flag in a page's local
 * storage that says the same where the script comes from another host; the value of both is always `1`. src/track/tracker.ts
 * writes it out, because every byte counts there.
 *
 * Without hyphens: web servers read the cookie as a variable (`$cookie_doorplate_opt_out` of nginx) for the connector's
 * format. That rules out the prefix `__Host-`; what the prefix would keep away, a cookie that another host of the domain
 * sets, could only make more browsers object.
 */
export const OPT_OUT_COOKIE = 'doorplate_opt_out';
