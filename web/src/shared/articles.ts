// SPDX-License-Identifier: Apache-2.0
// A basis as the server writes it (“SD-2020/20”, several by “; ”) in words: 《山东省社会信用条例》第20条.
import { shallowRef } from 'vue';
import { type Words, get } from '@/api/client';
import { type Language, language } from './language';

export type Titles = ReadonlyMap<string, Words>;

const titles = shallowRef<Titles>(new Map());
let asked = false;

async function load(): Promise<void> {
  try {
    const laws = await get('/api/v1/laws');
    titles.value = new Map(laws.map((law) => [law.id, law.title]));
  } catch {
    asked = false; // the next one who needs it tries again; until then the short form is shown
  }
}

function article(place: string, to: Language): string {
  if (!place) return '';
  // An article is numbered; a section of a plan or an annex is named as it stands.
  if (/^\d/.test(place)) return to === 'zh' ? `第${place.replace('-', '条之')}${place.includes('-') ? '' : '条'}` : ` art. ${place}`;
  return to === 'zh' ? `（${place}）` : ` (${place})`;
}

export function basisText(basis: string, known: Titles, to: Language): string {
  return basis
    .split(/[;；,，]\s*/)
    .filter(Boolean)
    .map((one) => {
      const cut = one.indexOf('/');
      const id = cut < 0 ? one : one.slice(0, cut);
      const title = known.get(id);
      const name = title ? (to === 'zh' ? `《${title.zh}》` : title.en || title.zh) : id;
      return name + article(cut < 0 ? '' : one.slice(cut + 1), to);
    })
    .join(to === 'zh' ? '、' : ', ');
}

// Follows the language and the register of laws, which is asked for once.
export function basisInWords(basis: string | undefined): string {
  if (!basis) return '';
  if (!asked) {
    asked = true;
    void load();
  }
  return basisText(basis, titles.value, language());
}
