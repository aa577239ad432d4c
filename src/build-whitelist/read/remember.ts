/** Answers that are kept; all are dropped when there are more, so that an import of millions stays small. */
const KEPT = 20_000;

/** A pure function of texts that keeps its answers in memory: the same lines come again and again in a registry. */
export function remember<Answer>(
  answerFor: (text: string, country: string | null) => Answer,
): (text: string, country: string | null) => Answer {
  const byCountry = new Map<string | null, Map<string, Answer>>();
  let kept = 0;
  return (text, country) => {
    const answers = byCountry.get(country) ?? new Map<string, Answer>();
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (kept >= KEPT) {
      byCountry.clear();
      kept = 0;
    }
    const answer = answerFor(text, country);
    byCountry.set(country, answers.set(text, answer));
    kept += 1;
    return answer;
  };
}
