import { stateOfPlace } from '../words/meanings.ts';

/** Where capitals and lists of places lie, as far as the name of the concept does not say it. */
const stateByConcept: Readonly<Record<string, string>> = {
  baku: 'azerbaijan',
  nakhchivan: 'azerbaijan',
  alat: 'azerbaijan',
  tehran: 'iran',
  ankara: 'turkiye',
  istanbul: 'turkiye',
  yerevan: 'armenia',
  syunik: 'armenia',
  tbilisi: 'georgia',
  anaklia: 'georgia',
  moscow: 'russia',
  washington: 'usa',
  'tel-aviv': 'israel',
};

/** A concept of a state, or of the places and offices of one: `iran`, `iran-towns`. */
const stateConcept =
  /^(azerbaijan|iran|turkiye|armenia|georgia|russia|israel|usa|iraq|syria|pakistan|afghanistan|turkmenistan|kazakhstan|uzbekistan|kyrgyzstan|tajikistan|china|india|saudi-arabia|egypt|ukraine)(?:-(?:name|places|towns|services|firms))?$/;

/** The states that concepts and places lie in; those of several states, or of none, are left out. */
export function statesOf(ids: readonly string[]): ReadonlySet<string> {
  const states = ids.map(
    (id) => stateOfPlace(id) ?? stateByConcept[id] ?? stateConcept.exec(id)?.[1],
  );
  return new Set(states.filter((state) => state !== undefined));
}
