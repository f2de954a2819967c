// A demo CRM: invented people, one for each number, always the same.
const names = [
  "Amara Okafor",
  "Jonas Lindqvist",
  "王芳",
  "Priya Raman",
  "Tomás Herrera",
  "Elena Petrova",
  "Yuki Tanaka",
  "Fatima Haddad",
  "李伟",
  "Hannah Weiss",
  "Oliver Grant",
  "Lucía Moreno",
  "Samuel Adeyemi",
  "Ingrid Sørensen",
  "陈静",
  "Marek Nowak",
  "Zoë van Dijk",
];

/** The customer who has this number, as a CRM would know it. */
export function customerOf(number: string): string | undefined {
  return number === "" ? undefined : names[Number(number.slice(-6)) % names.length];
}
