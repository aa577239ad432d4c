/**
 * Name of the cookie that an objection on a site's own origin sets (privacy promise 9); its value is always `1`. Without
 * hyphens: web servers read it as a variable (`$cookie_doorplate_opt_out` of nginx) for the connector's format. That rules
 * out the prefix `__Host-`; what the prefix would keep away, a cookie that another host of the domain sets, could only
 * make more browsers object.
 */
export const OPT_OUT_COOKIE = 'doorplate_opt_out';

/**
 * The flag in a page's local storage that says the same where the script comes from another host; its value is always
 * `1`. The tracking script (src/track/tracker.ts) reads it, and the block of the site's privacy page writes it.
 */
export const OPT_OUT_FLAG = OPT_OUT_COOKIE;
