import { kept } from "../base";

/** Vietnamese syllables as they can be spelled: a beginning, a rhyme and a tone. */

const BEGINNING = "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu|r|s|th?|tr|v|x)?";
/** Rhymes without their tone, by their last sounds; those that end in a stop have but two tones. */
const STOPPED =
  "ac|ach|ap|at|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|ich|iêc|iêp|iêt|ip|it|oac|oach|oap|oat|oăc|oăt|oc|oet|ooc|op|ot|ôc|ôp|ôt|ơp|ơt|uât|uc|uêch|up|uôc|uôt|ut|uych|uyêt|uyt|ưc|ươc|ươp|ươt|ưt|yêt";
const OPEN =
  "a|ai|am|an|ang|anh|ao|au|ay|ăm|ăn|ăng|âm|ân|âng|âu|ây|e|em|en|eng|eo|ê|êm|ên|ênh|êu|i|ia|iêm|iên|iêng|iêu|im|in|inh|iu|o|oa|oai|oam|oan|oang|oanh|oao|oay|oăm|oăn|oăng|oe|oen|oeo|oi|om|on|ong|oong|ô|ôi|ôm|ôn|ông|ơ|ơi|ơm|ơn|u|ua|uân|uâng|uây|uê|uênh|ui|um|un|ung|uơ|uôi|uôm|uôn|uông|uy|uya|uyên|uyn|uynh|uyu|ư|ưa|ưi|ưm|ưn|ưng|ươi|ươm|ươn|ương|ươu|ưu|y|yêm|yên|yêng|yêu";
const SYLLABLE = new RegExp(`^${BEGINNING}(?:(?:${OPEN})|(?:${STOPPED})(?=[\\u0301\\u0323]))[\\u0300\\u0301\\u0303\\u0309\\u0323]?$`);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A tone on the glide at the end: "quaù", "aó". */
const ON_GLIDE = /(?:[aoôơư]|(?<!q)u)i'$|[aâ]y'$|[ae]o'$|(?:[aâêơưy]|(?<!g)i)u'$/;

/** Signs of the longest syllables, "nghiêng" and "khuyếch" among them, each mark counted as one. */
const LONGEST = 10;
/** More than the syllables of any plan. */
const MOST = 4000;

/** Whether a word can be a Vietnamese syllable with its accents; the tone may stand on either vowel of "hoá" and "hóa". */
export function isSyllable(word: string): boolean {
  return word.length <= LONGEST && isSpelled(word);
}

const isSpelled = kept((word: string): boolean => {
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONE) ?? [];
  if (tones.length > 1 || !SYLLABLE.test(apart.replace(TONE, "").normalize("NFC") + (tones[0] ?? ""))) return false;
  return !ON_GLIDE.test(apart.replace(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b]?)/g, "$2'").normalize("NFC"));
}, MOST);
