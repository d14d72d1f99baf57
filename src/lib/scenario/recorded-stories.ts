import type {StoredFormat} from "./stored-formats.js";
import type {RecordedStory} from "./stories.js";

/**
 * How the demo model goes on in each format, for each seed, by the notebook's own engine.
 * Written by scripts/price.ts; do not edit.
 */
export const recordedStories: Readonly<
  Record<number, Readonly<Record<StoredFormat, RecordedStory>>>
> = {
  1: {
    F32: {
      pieces:
        ' was| so| poor| that| he| could| not| go| to| town| again|.|\n|\n|"|I| will| go| and| find| a| place|,"| said| the| king|,| "|and| get| out| of| it|."|\n|\n|So| the| king| was| taken| to| the| palace|,| and| the| king| said| that| he| should| have| the| princess| for| a| husband|.| "|It| will| be| a| splendid| thing| to| be| done|,"| said| the| king|.| So| the| king| went| to| the',
      surprises:
        "22 25 47 3 6 24 10 55 28 56 34 9 24 0 18 29 26 27 20 41 23 34 21 8 7 11 16 8 12 49 48 9 35 13 5 0 15 15 8 35 48 18 10 16 10 4 23 23 40 27 10 38 34 20 30 11 36 17 18 40 53 26 3 24 51 25 18 33 60 4 2 4 5 14 37 11 8 31 24 6",
    },
    Q8_0: {
      pieces:
        ' was| so| poor| that| he| could| not| think| of| let|ting| his| son| go| to| the| forest|.| So| he| went| to| the| king| and| said| to| him|:| "|Dear| father|,| you| are| an| old| man|,| and| I| will| give| you| the| chance| of| getting| rid| of| you|,| and| you| shall| be| as| rich| as| ever|."| The| king| was| greatly| pleased| at| this| answer|,| and| ordered| a| great| ban|quet| to| be| prepared|,',
      surprises:
        "22 25 47 3 6 24 10 55 16 65 1 32 28 19 27 15 41 19 29 8 25 24 8 22 10 20 16 3 13 8 50 12 1 36 22 71 21 13 8 10 21 17 26 0 32 56 5 29 29 0 20 30 11 26 12 25 56 59 1 37 17 32 4 27 51 17 28 5 53 3 5 46 38 22 24 0 6 1 11 16",
    },
    Q5_0: {
      pieces:
        ' was| so| poor| that| he| could| not| think| of| what| he| should| do|.|\n|\n|The| king| was| greatly| pleased| with| himself|,| and| gave| him| a| suit| of| clothes|,| and| said| to| him|,| "|I| will| give| you| a| suit| of| clothes|,| and| that| he| may| look| like| a| suit|able|."|\n|\n|Then| he| asked| him| if| he| would| choose| one| of| the| best| suit| of| clothes| he| could| see|,| and| that',
      surprises:
        "22 25 47 3 6 24 10 55 16 65 15 23 4 14 25 0 32 11 22 44 28 20 23 17 6 56 13 17 69 2 9 16 8 41 23 3 11 3 29 17 30 6 23 12 4 2 18 8 46 53 12 65 34 22 19 7 69 5 0 38 15 54 23 28 3 14 53 25 7 9 32 35 33 3 39 15 40 18 8 28",
    },
    Q4_0: {
      pieces:
        ' was| so| rich| that| it| was| not| the| worse| for| him| to| be| seen|.|\n|\n|"|What|ever| you| have| to| do| is| to| be| the| case|,"| he| said|,| "|for| this| is| a| great| thing| to| do|."|\n|\n|"|Well|,| you| may| be| the| very| first| thing| that| has| happened| to| the| other| two|,"| said| the| king|,| "|for| you| must| take| them| to| your| father| and| mother|,| and',
      surprises:
        "22 25 44 4 48 8 38 58 51 2 4 8 30 42 4 24 0 21 39 52 32 26 32 6 22 11 43 41 49 6 24 4 18 6 30 54 33 33 35 54 12 21 27 2 0 19 39 8 38 39 32 51 55 30 10 27 41 27 7 32 41 41 15 10 4 6 19 10 28 34 23 47 50 32 29 30 23 31 18 7",
    },
    Q3_K: {
      pieces:
        " was| very| ill| to| us|.|\n|\n|The| prince| was| so| delighted| that| he| could| not| help| thinking| how| he| had| been| able| to| bring| back| his| son|.| The| king| had| no| int|ention| of| his| marriage|,| and| he| had| only| two| servants|,| and| a| good| servant| for| him|.|\n|\n|On| hearing| this| the| prince| ran| to| the| castle|,| where| he| lived| in| the| palace| with| his| beautiful| daughter|.| He| was| so",
      surprises:
        "22 32 38 40 76 15 24 0 29 53 21 32 37 8 4 39 8 35 32 27 29 24 28 24 0 62 23 21 44 28 37 14 41 41 51 0 2 67 36 7 9 25 32 54 46 29 24 19 44 65 33 60 33 10 21 0 57 45 8 22 28 70 20 9 51 13 41 12 73 29 18 30 41 7 76 18 12 23 23 35",
    },
    Q2_K: {
      pieces:
        " had| a| son| whom| the| king| had| nine| sons|;| but| as| he| was| a| prince|,| he| was| of| a| king|'|s| son|,| and| was| to| marry| the| king|'|s| son| when| the| king|'|s| son| was| to| marry| the| princess|.|\n|\n|Now| the| time| passed| and| the| wedding|-|gu|est|,| as|cend|ed| by| the| high| tower|,| began| to| go| in| order| to| reach| the| palace| of| the| princess",
      surprises:
        "17 24 16 60 31 13 13 91 5 44 23 43 14 9 27 33 12 13 16 65 27 40 6 0 28 7 4 27 51 26 14 33 7 0 12 75 21 22 20 0 2 16 20 10 14 21 11 17 0 38 14 80 26 45 5 52 48 62 2 65 66 110 19 27 7 58 54 9 78 2 48 48 72 2 87 3 29 23 7 42",
    },
    "2 bits": {
      pieces:
        " had| a| kingdom| to| escape| from| their| subject|s| and| f|er|ries|.| And| when| they| were| all| king| and| queen|s|,| and| doct|ors|,| and| doct|ors|,| and| count|en|ance|,| and| all|,| and| all|,| were| friends| and| good|wor|th|s|,| and| so|,| indeed|,| as| are| those| of| noble| d|aring|-|h|-|w|-|h|-|h|-|d|-|d|-|d|-|d|-",
      surprises:
        "17 24 58 51 152 16 57 78 1 45 79 75 40 10 45 27 36 28 30 94 36 6 34 27 29 113 0 18 20 51 0 8 21 92 32 27 15 30 23 43 24 18 34 19 90 14 55 116 8 16 17 9 68 54 72 1 66 87 66 30 92 82 64 68 63 92 31 50 38 9 33 11 94 30 42 25 30 26 23 28",
    },
    "1 bit": {
      pieces:
        " exch| eager|ages| to| care| upon| we|est|ages| strange| splend| arr| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed| fixed|erda|erda|erda|erda| fixed| fixed",
      surprises:
        "193 272 151 41 133 102 155 182 86 208 169 271 164 136 115 105 95 89 88 87 85 84 80 78 77 77 74 72 71 69 68 67 66 64 61 58 56 55 54 51 49 47 46 45 44 43 41 40 39 39 38 37 37 36 35 34 34 33 32 32 31 30 29 29 28 27 27 26 25 25 24 23 23 23 264 217 210 199 90 31",
    },
  },
  2: {
    F32: {
      pieces:
        " was| so| beautiful| that| he| was| quite| a| very| handsome| youth|.| He| thought| he| would| go| and| get| the| money| for| himself|,| and| at| last| he| wanted| to| buy| a| horse| for| him|.| When| he| got| it| he| set| out| for| the| king|'|s| castle|,| but| he| had| a| beautiful| golden| saddle|,| and| his| golden| saddle|.| And| when| he| came| to| the| king|'|s| palace|,| he| saw| the| golden| saddle|,",
      surprises:
        "22 25 40 3 9 26 35 43 49 21 39 11 26 51 22 12 39 21 48 23 57 21 22 7 13 68 7 4 60 6 32 24 39 17 16 10 44 7 18 44 20 60 16 20 8 29 4 0 27 7 32 25 42 47 58 33 33 17 4 44 20 4 44 45 13 4 17 5 3 17 2 0 32 8 19 36 20 15 5 19",
    },
    Q8_0: {
      pieces:
        ' was| so| beautiful| that| he| was| quite| a| very| handsome| youth|.| He| thought| he| would| go| and| get| the| money| for| himself|,| and| at| last| he| grew| so| ugly| that| he| could| not| get| well| again|.| "|I| know| how| to| make| a| poor| girl|,| and| the| king| must| ask| her| if| she| would| be| king|,"| said| the| queen|.| "|I| know| she| is| very| good|,"| said| the| king|.| "|It| is',
      surprises:
        "22 25 40 3 9 26 35 43 49 21 39 11 26 51 22 12 39 21 48 23 57 21 22 7 13 68 7 4 60 13 50 4 4 21 15 36 58 43 11 48 28 52 41 25 33 22 54 59 38 10 62 25 41 61 6 29 10 24 48 61 16 7 12 51 10 10 23 43 32 13 44 49 42 5 7 11 14 5 57 7",
    },
    Q5_0: {
      pieces:
        ' was| so| beautiful| that| he| was| so| delighted| that| he| thought| he| would| go| to| the| King| and| see| him| and| see| if| he| could| see| him|.| "|Well|,"| said| the| King|,| "|let| me| see| whether| I| may| see| him| again|."|\n|\n|The| King| consented|,| and| his| father|,| and| the| Queen| and| the| Queen|,| and| the| King| and| his| court|iers| were| sent| back| to| the| King| and| the| Princess|,',
      surprises:
        "22 25 40 3 9 26 35 36 9 3 49 8 9 44 26 12 48 14 40 16 46 21 15 14 9 41 14 12 52 31 10 7 8 12 3 0 57 19 18 48 20 42 28 7 33 12 24 0 30 9 58 5 4 66 55 38 17 14 52 40 9 25 7 5 23 22 26 33 23 13 30 58 41 4 9 19 23 33 47 20",
    },
    Q4_0: {
      pieces:
        " was| so| much| more| clever| than| the| others|,| that| he| was| so| foolish| that| he| had| no| business| in| this| world|.|\n|\n|Now|,| the| queen| had| a| great| deal| of| money|,| and| when| she| went| to| look| for| the| queen|,| the| queen| took| the| mess|age| to| her| son|,| and| said| that| she| was| to| give| a| daughter| to| the| youngest|,| and| that| he| might| marry| her|.| But| the| princess| was",
      surprises:
        "22 25 34 51 42 27 29 29 24 11 7 30 36 78 10 5 39 27 69 22 56 7 21 19 0 38 21 32 46 17 22 32 28 6 18 14 5 38 10 51 14 54 5 24 42 16 27 26 57 27 85 1 31 11 45 7 5 27 27 20 23 32 49 36 41 11 14 56 19 12 13 36 36 22 8 13 34 15 45 24",
    },
    Q3_K: {
      pieces:
        ' was| very| much| beloved| by| all| his| subject|s|.|\n|\n|"|The|se| are| all| the| little| people| of| the| land|,"| he| thought| to| himself|.| "|I| am| the| king| of| the| C|o|ons| who| has| called| me| the| King| of| the| V|es|ides| and| the| two| only|,| and| the| most| fam|ous| and| most| likely| that| I| have| been| forced| to| go| out| to| visit| the| world| and| ask| my| help|.',
      surprises:
        "22 32 25 45 5 30 29 6 0 9 27 0 28 55 46 28 36 23 77 23 25 4 18 9 17 37 10 0 26 5 24 25 31 25 6 7 76 41 24 43 44 81 13 30 61 3 5 64 36 55 53 16 79 87 59 10 39 55 56 3 43 30 69 40 21 26 37 83 1 53 39 24 52 18 34 33 41 26 64 27",
    },
    Q2_K: {
      pieces:
        " was| a| King|,| and| had| great| rejo|ic|ing| him|.|\n|\n|When| the| time| came| by|,| he| was| to| go| and| find| out| the| secret| of| the| King|.|\n|\n|The| King| was| now| sitting| in| a| boat| and| a|-|do|ing| apart|,| when| he| saw| that| he| had| been| there| in| a| boat|.| Then| the| King| was| about| to| set| out| on| shore| for| the| King|'|s| S|on|,",
      surprises:
        "22 36 58 23 4 43 49 46 0 27 79 21 24 0 38 9 53 4 62 11 29 27 32 30 25 44 16 34 36 20 8 46 29 22 0 28 16 24 65 60 19 22 76 32 54 67 65 2 121 16 32 11 18 37 24 16 26 36 59 26 20 28 48 32 11 34 64 0 35 16 32 71 45 16 39 5 0 42 1 7",
    },
    "2 bits": {
      pieces:
        " was| there|,| and| a| raven| that| was| bu|zz|ed| about| and| who| had| a| girl| who| had| a| right| to| do| it|.|\n|\n|But| they| did| not| know| who| that| was| the| night| and| the| beasts| that| passed|.| And| the| king| thought| and| thought|,| when| he| came| into| a| castle| where| there| was| no| place| to| sleep|,| and| he| thought| there| was| no| way| out| there|,| and| there| he| sat| himself| down",
      surprises:
        "22 107 24 3 50 111 54 21 108 8 70 27 35 99 31 44 92 27 32 23 92 16 32 32 10 23 0 43 67 35 1 19 44 46 10 63 71 76 21 131 58 87 47 36 23 14 53 63 2 8 80 8 42 59 41 50 31 25 6 34 65 19 66 18 10 19 44 53 10 15 38 46 51 19 19 50 17 35 54 10",
    },
    "1 bit": {
      pieces:
        ' lea| fier|ages|."| quick| fier| instantly| Ne|geon|."| whenever| once| once|:| Claus| Claus| fl| sank| Sil| Fl| greatest| Ne| Ne| Ne| Ne| quick|fast|fast| green|owers| Glinda| Ne| Ne| instantly| instantly| instantly| greater| continued|She| need| shone| Mar| eff| once| and| and| wondering| prett| prison| arms| Let| Ne| greatly|And| men| changed| Ne| Ne| n|ock| claws| Ne| cott| Al| mort| and| and|on|on|on|owers|Of| drag| ge| once| and| sla|orge| watch| once',
      surprises:
        "186 282 178 114 262 232 231 152 149 161 192 112 114 154 216 140 129 231 265 231 240 168 179 183 159 236 184 86 162 155 225 152 137 211 144 147 180 97 200 148 236 186 220 125 128 140 151 161 332 188 242 101 159 171 153 142 166 108 172 176 190 210 178 220 215 133 119 172 96 90 141 219 128 239 191 85 81 189 143 139",
    },
  },
  3: {
    F32: {
      pieces:
        " was| so| rich| that| he| was| not| a| king|'|s| son|,| and| as| long| as| he| lived| there| was| a| great| deal| more| than| all| the| others| who| had| been| called|,| and| the| king| had| only| to| say| that| he| was| a| prince|,| and| that| he| had| only| a| son| who| was| a| man| and| a| queen|,| and| he| was| so| pretty| that| he| could| not| get| enough| to| live| in| his| house|,| but",
      surprises:
        "22 25 44 4 9 27 47 32 23 15 0 8 20 11 48 39 0 7 14 28 8 26 20 34 20 18 54 9 23 33 22 26 64 33 12 36 9 30 48 35 47 13 13 12 22 39 17 8 10 11 20 51 27 34 26 10 22 64 34 15 46 16 5 30 17 30 58 6 10 18 15 46 38 6 43 18 39 31 22 29",
    },
    Q8_0: {
      pieces:
        " was| so| rich| that| he| was| not| a| king|'|s| son|,| and| as| long| as| he| lived| there| was| a| great| deal| more| than| all| the| others| who| had| been| killed| by| the| king| of| the| Green| Is|les|.|\n|\n|Now| it| happened| that| one| day|,| when| the| king| and| his| daughter| came| out| of| the| country| to| the| king| of| the| Green| Is|les|,| they| found| that| they| were| his| brothers|.| But",
      surprises:
        "22 25 44 4 9 27 47 32 23 15 0 8 20 11 48 39 0 7 14 28 8 26 20 34 20 18 54 9 23 33 22 26 63 24 17 16 36 9 49 22 8 7 12 0 36 28 3 5 32 4 35 6 11 4 30 9 32 46 32 21 3 52 21 29 18 15 6 24 0 3 6 26 42 24 23 14 77 51 20 37",
    },
    Q5_0: {
      pieces:
        " was| so| proud| of| the| land| that| he| could| not| have| been| there| a| week| before|.| So| he| took| a| hand|ful| of| fine| things| out| of| his| pocket|,| and| made| a| great| p|ile| of| wood| and| a| glass| of| wood|.| And| he| made| a| little| sa|u|ce|p|an|,| and| at| the| end| of| the| year| he| was| brought| in| a| p|ile| of| wood|,| and| in| the| place| of| it| a",
      surprises:
        "22 25 44 11 30 55 4 7 27 12 44 39 52 39 38 27 11 35 9 47 32 73 0 3 79 36 48 2 14 8 5 3 56 12 43 43 13 1 56 25 22 71 4 26 22 37 30 45 12 44 77 24 0 8 5 24 8 77 31 13 2 24 13 16 25 54 41 17 58 15 2 3 13 6 46 11 72 10 27 26",
    },
    Q4_0: {
      pieces:
        " was| so| proud| of| that| he| had| no| children|.|\n|\n|O|ne| day| when| the| king| was| walking| through| the| woods|,| the| king| ordered| the| old| woman| to| be| led| to| the| garden| where| the| queen| lived|,| and| the| queen| said| that| she| would| go| and| get| rid| of| the| old| woman|,| but| that| the| queen| had| a| daughter|,| and| she| would| be| sure| to| marry| the| old| woman|.| Then| the| king| sent",
      surprises:
        "22 25 44 11 36 29 30 23 27 14 23 0 38 1 2 37 16 8 17 43 23 4 34 17 28 13 59 28 55 22 1 20 40 14 7 41 41 11 31 23 16 5 33 23 33 30 12 14 38 25 44 29 0 15 51 7 18 29 30 25 24 38 43 29 19 8 31 19 33 45 1 29 15 30 3 17 46 9 9 44",
    },
    Q3_K: {
      pieces:
        " was| very| much| astonished| at| the| thought| of| the| young| man|.|\n|\n|But| this| king|'|s| daughter| did| not| wish| to| leave| her| house|.| She| had| never| been| a| queen|,| and| only| for| the| joy| of| her| heart|.|\n|\n|A|fter| a| few| days| she| sat| down| to| rest|,| but| there| was| no| more| remark|able| thing| about| the| young| man|.| She| had| not| a| hair| of| any| human| head|.",
      surprises:
        "22 32 25 38 18 16 33 13 39 52 20 28 25 0 48 58 23 47 0 22 23 2 44 4 60 15 55 43 19 35 33 25 44 33 21 12 64 41 34 76 6 7 17 17 18 0 36 14 21 44 4 21 62 15 17 14 14 36 63 7 8 75 72 5 50 6 19 26 1 17 39 35 36 37 39 27 55 61 19 35",
    },
    Q2_K: {
      pieces:
        " was| as| much| as| the| son| of| a| king|.| He| was| so|rely| about| being| the| King|'|s| son| he| was| willing| to| marry| any| other| but| a| King|.| The| King|'|s| son| had| three| daughters| whom| he| had| to| marry| a| princess|,| but| as| soon| as| he| saw| them|,| he| turned| into| a| knight| himself| and| said|:| \"|Well|,| you| must| marry| the| prince|,\"| and| he| knew| that| the| prince",
      surprises:
        "22 54 64 23 46 60 4 16 15 14 27 18 34 53 79 64 51 57 11 0 9 66 21 62 8 23 48 28 51 34 54 28 36 37 28 0 2 34 34 16 60 7 14 66 18 63 26 11 27 46 28 0 11 29 17 26 5 70 53 4 82 80 32 18 13 5 50 1 34 20 36 25 52 54 14 18 92 9 25 57",
    },
    "2 bits": {
      pieces:
        " was| a| handsome|ly| hidden| in| a| castle|,| and| there| was| the| palace| there| was|,| and| there| was| no| soul|,| and| when| it| ran| there| was| a| little| distance| there|,| and| the| poor| man| thought| it| out| and| thought| it| was|,| and| thought| it| it| so| horri|ble| that| he| never| saw|,| no| one| knew| who| that| it| was| the| enchant|ment| that| he| did|.| And| he| thought| it| still|,| and| he",
      surprises:
        "22 36 62 74 142 31 14 60 17 5 62 11 41 70 69 54 49 10 42 10 21 103 51 30 45 35 104 65 23 25 53 77 86 10 7 26 87 28 55 21 94 45 39 16 16 94 8 30 17 90 73 75 7 10 4 84 23 96 73 33 21 36 44 67 2 63 100 18 29 36 57 31 49 22 31 24 97 35 5 33",
    },
    "1 bit": {
      pieces:
        " sole|ently| presented| Glinda| arr|ected| also| once| once| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind| Wind|ions| J| swift| Fl| n| Shadow|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers| fisherman| surface| stones| upon",
      surprises:
        "153 250 94 210 166 190 103 123 127 254 107 105 91 67 44 22 8 3 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 260 130 170 145 172 136 180 167 150 136 123 110 99 93 89 85 84 83 84 155 218 175 84",
    },
  },
  4: {
    F32: {
      pieces:
        ' would| have| a| son| who| was| a| rich| man|.| So| he| took| out| the| whole| of| the| town| to| a| neighbour|ing| kingdom|,| and| he| gave| it| to| the| king|,| and| gave| it| to| him|.| When| the| king| heard| the| son|-|in|-|law| he| said|,| "|I| will| do| nothing| for| thee|,| but| thou| shalt| go| to| the| King| of| the| Golden| H|orse| to| bring| him| his| son|-|in|-',
      surprises:
        "42 26 27 15 25 16 25 72 9 15 38 14 47 44 20 73 20 12 54 44 33 39 5 30 7 3 43 40 27 5 9 14 17 11 43 8 3 8 9 35 13 7 21 38 70 32 0 0 0 18 26 14 1 25 14 55 43 13 24 10 18 30 13 40 21 10 39 27 10 29 31 31 44 44 17 49 24 10 0 0",
    },
    Q8_0: {
      pieces:
        ' would| have| a| son| who| was| a| rich| man|.| So| he| took| out| the| b|uck|et|,| and| drove| him| out| to| the| field|.|\n|\n|"|Good|-|day|,| brother|,"| said| the| king|.| "|What| a| splendid| palace|!"|\n|\n|"|What| a| fine| garden|!"| said| the| king|.|\n|\n|"|What| a| splendid| garden|!| I| want| a| garden| and| a| garden| and| a| garden| with| a| golden| flower',
      surprises:
        "42 26 27 15 25 16 25 72 9 15 38 14 47 44 20 74 17 5 25 3 71 29 28 24 10 56 22 22 0 21 42 27 5 9 48 6 6 4 19 15 11 34 33 58 52 44 4 0 9 31 23 23 50 22 6 1 12 10 18 0 2 33 19 27 8 22 40 44 24 8 43 15 7 44 17 7 45 20 46 57",
    },
    Q5_0: {
      pieces:
        ' lived| in| a| great| castle|,| and| lived| there| with| his| wife| in| great| splend|our|.|\n|\n|"|F|ather|,"| says| he|,| "|I| have| a| son| who| has| a| daughter|,| and| I| have| a| daughter|."|\n|\n|"|Very| well|,"| says| the| king|;| "|I| will| ask| him| to| help| me|,| and| I| will| give| him| the| princess| who| is| to| marry|."|\n|\n|So| he| went| on|wards',
      surprises:
        "42 16 12 21 25 17 5 56 32 36 11 18 25 22 45 3 13 16 0 49 66 21 3 23 12 3 0 24 24 25 27 21 27 13 26 14 3 27 19 11 12 27 3 0 5 60 1 6 1 7 14 22 2 27 9 52 35 15 59 2 29 11 21 3 25 5 26 47 44 16 19 14 42 2 0 17 17 18 47 41",
    },
    Q4_0: {
      pieces:
        ' would| be| very| much| surprised| to| see| that| he| was| the| king|.| But| he| could| not| believe| it|.| However|,| he| said|,| "|Well|,| I| will| do| it| again|,| and| you| shall| have| it| for| me|."|\n|\n|When| he| had| gone| a| little| way|,| the| king| said|,| "|If| I| had| only| known| that| you| were| a| king|\'|s| son|,| I| would| certainly| have| had| you|,| if| I',
      surprises:
        "42 39 38 30 35 11 6 50 26 11 38 32 30 38 26 42 4 44 30 19 49 1 11 49 22 9 42 1 15 29 43 33 46 17 13 37 12 22 24 34 26 11 19 0 41 25 16 31 13 9 8 25 18 5 16 9 0 48 23 32 31 27 21 26 19 29 18 20 0 8 4 14 14 41 9 45 42 37 35 14",
    },
    Q3_K: {
      pieces:
        ' was| very| much| astonished| to| see| him| and| thought| to| be| very| handsome| and| so| proud| of| him|.| "|That| I| am| sure| I| should| like| to| know|,"| he| said| to| himself|.| "|I| will| go| and| ask| him| to| sit| on| the| table| and| you| shall| see| how| it| is|,| and| if| you| come| to| my| house|,| I| will| give| you| something| to| eat| and| drink| and| I| will| be| your| wife|.| When',
      surprises:
        "22 32 25 38 23 5 19 46 60 32 32 30 54 25 36 51 21 16 6 44 59 39 22 44 21 41 17 4 27 16 19 5 26 3 21 4 20 32 35 15 29 25 20 81 37 21 40 22 67 16 31 32 47 11 36 8 33 17 57 30 41 18 18 21 5 36 2 34 10 8 31 6 50 44 3 52 48 23 41 46",
    },
    Q2_K: {
      pieces:
        ' was| a| king|.| He| had| three| servants| lad|en| and| one| boy| in| the| courtyard| of| the| dwarf| who| saw| him| sitting| on| the| top| of| the| tree|.| He| had| just| as| a| man| as| the| others| were|.| The| boy| was| afraid| lest| the| boy| should| go| and| try| to| watch| the| princess|.| So| when| the| time| came| for| him| to| watch|.| "|The| boy| will| watch| a| little| while| and| watch| the| night|,"',
      surprises:
        "22 36 31 28 23 28 23 75 96 4 66 32 49 49 14 83 32 9 83 48 85 22 82 24 13 46 1 17 38 17 28 30 57 52 75 65 25 33 60 33 32 27 30 20 58 65 20 24 1 46 33 45 14 64 14 64 16 30 48 13 83 4 25 14 9 47 52 42 61 36 26 49 61 17 24 41 56 22 56 20",
    },
    "2 bits": {
      pieces:
        " lived| in| a| castle| and| p|a|ul|ar|,| and| all|,| who| could| keep| him| from| keep|ing| work|,| and| keep| the| sheep|,| and| store|-|h|ap|es| and| straw|.| And| if| he| could| do| nothing| more| and| let| his| horse| be|;| and| if| any| place| was| to| be| thought|,| nothing| would| be| made| of|;| and| if| he| was| careful| where| he| was| no|where| to| turn|.|\n|\n|This",
      surprises:
        "42 16 12 36 46 105 36 65 111 45 7 58 98 61 53 85 25 25 74 0 92 35 16 92 36 73 31 7 93 73 22 95 105 19 84 42 36 55 20 40 56 40 58 73 81 37 62 39 106 11 39 47 105 20 9 2 60 33 81 12 22 60 8 92 13 34 11 40 86 77 10 18 123 78 40 66 50 10 0 75",
    },
    "1 bit": {
      pieces:
        " world|ently| instantly| instantly| instantly| Glinda| Glinda| comfort| first| moment|ove|ters|ters|ters|ters|ters|ters|ters|ters|ters| greatly|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters|ters| for| explained| finished| Glinda| Glinda| stared| immediately| closed|aped| sun| sky| sky| shone|ters|ters| instantly| instantly| fixed| closed| once| grew| shone| shone| sky| shone| presented| shone| sky| shone| wilt|issed| shone| Claus| then| closed| itself| changed",
      surprises:
        "217 203 192 184 183 232 125 129 242 164 204 274 176 170 157 152 147 142 135 129 151 222 136 132 129 127 125 123 121 119 117 115 113 113 113 114 115 115 114 114 114 115 114 64 143 196 179 107 193 150 212 223 135 173 121 131 218 131 173 145 103 149 170 199 159 149 119 126 242 143 102 124 220 235 192 158 184 151 133 154",
    },
  },
  5: {
    F32: {
      pieces:
        ' was| called| S|or|ia|,| and| he| had| a| son|,| and| he| was| called| John|.| "|P|rin|cess|,"| said| the| king|,| "|I| am| King| of| the| Wind|,| and| I| have| no| kingdom|,| and| I| am| King| of| the| Wind|s|,| and| I| am| King| of| the| Wind|s| who| have| been| here|,| and| I| am| King| of| the| Wind|s|.| It| is| my| first| days| I| know| where',
      surprises:
        "22 39 40 54 24 16 6 22 28 19 22 28 9 22 11 24 62 12 41 57 16 11 6 11 15 22 3 0 22 11 48 6 9 73 24 5 12 25 40 53 28 17 14 21 10 4 3 7 31 13 5 14 17 2 2 2 5 5 44 26 39 45 35 3 19 17 2 2 2 3 3 25 60 5 41 61 56 24 53 45",
    },
    Q8_0: {
      pieces:
        ' was| called| S|or|o|,| and| he| had| a| son|,| and| he| was| called| T|or|o|-|K|ing|.|\n|\n|"|Well|,"| said| the| father|,| "|what| are| you| doing| with| your| little| boy|?"|\n|\n|"|I| am| see|king| a| boat|,"| said| the| king|,| "|and| my| father| has| told| me| of| it|."|\n|\n|"|S|or|o|,"| said| the| son|,| "|do|es',
      surprises:
        "22 39 40 54 24 44 6 21 29 19 22 28 9 22 11 23 62 40 0 34 26 28 5 23 0 22 45 16 11 6 39 2 0 58 29 2 17 38 32 58 29 8 2 0 2 12 10 51 0 22 70 16 9 5 24 13 3 15 61 16 31 60 3 43 23 15 1 0 5 64 12 2 30 3 3 38 2 1 59 22",
    },
    Q5_0: {
      pieces:
        " was| called| S|ou|ci|,| and| he| had| a| son|.| He| was| called| Sim|ple|ton|,| and| he| was| a| great| king|,| and| as| he| was| old|,| he| thought| he| would| be| king| and| be| king| of| all| the| land| of| the| world|.|\n|\n|A|fter| many| years|,| a| king| had| a| son| named| Sim|ple|ton|,| and| he| was| the| son| of| the| king| of| the| U|n|ited| St",
      surprises:
        "22 39 40 49 7 30 6 22 28 19 22 29 29 13 30 41 15 0 6 8 26 13 37 42 22 13 4 61 25 5 46 14 12 53 15 13 29 52 43 56 6 34 8 14 27 30 6 20 10 23 0 38 10 44 7 19 47 22 42 15 5 26 7 0 0 7 20 20 12 51 22 1 28 12 4 9 59 2 28 41",
    },
    Q4_0: {
      pieces:
        " was| called| C|y|ri|l|,| and| had| a| daughter| who| was| very| beautiful|.| So| the| princess| was| very| beautiful|,| and| she| was| very| happy|,| and| as| she| was| always| very| pretty|,| and| very| beautiful|,| she| was| very| much| like| her| father|,| and| never| a| more| beautiful| woman| than| any| other| maiden| in| the| world|.|\n|\n|But| she| was| so| fond| of| the| world| that| she| loved| C|y|ri|l",
      surprises:
        "22 39 37 57 19 1 16 6 47 23 21 23 3 31 19 17 44 19 35 14 31 34 6 4 32 9 21 41 19 8 58 16 8 59 35 31 6 27 46 35 14 9 15 17 30 45 11 39 13 6 60 42 53 7 30 16 37 18 64 24 4 1 5 12 0 26 39 13 19 51 0 29 77 4 6 57 53 0 0 0",
    },
    Q3_K: {
      pieces:
        ' was| a| very| rich| man|,| and| had| only| one| son|,| and| he| was| so| clever| that| he| would| not| have| much| to| say| to| the| lad|.|\n|\n|"|Well|,"| said| the| lad|,| "|it| is| time| I| should| ask| you| to| ask| for| a| present|,| and| to| give| you| some| of| these| things|."|\n|\n|"|I| will| ask| you|,"| said| the| lad|.|\n|\n|So| he| went|,| and',
      surprises:
        "22 36 43 47 11 11 6 37 54 13 8 15 14 23 13 31 55 9 6 44 19 28 54 12 26 23 26 66 14 20 0 13 29 13 7 3 6 1 0 46 8 53 33 26 52 25 12 55 26 13 73 23 13 51 35 11 42 30 50 19 28 2 0 9 30 16 37 13 16 4 1 2 17 6 0 21 19 21 44 1",
    },
    Q2_K: {
      pieces:
        " was| much| pleased| with| the| clever|ness| of| the| King|.| The| King| had| no| son| to| make| his| Queen| as| his| son|-|in|-|law|.| He| was| much| pleased| with| her|,| and| when| she| had| washed| the| food| she| took| her| hands| and| kissed| her|.| But| when| the| time| came| for| her| to| cons|ent|,| and| she| gave| them| the| best| she| could| her| son|.| But| when| the| time| was| to| spread| her",
      surprises:
        "22 58 62 11 22 82 17 5 23 70 21 32 26 39 43 31 48 61 38 49 43 31 22 13 0 0 0 22 24 22 53 39 12 49 12 5 46 30 34 76 26 83 24 44 39 70 8 67 35 31 42 20 16 53 4 18 27 12 96 13 19 32 18 45 34 28 51 30 3 107 25 61 57 23 16 46 39 61 84 46",
    },
    "2 bits": {
      pieces:
        " was| that| king| and| queen| and| their| subject|s|,| and| had| all| their| sons|.| They| were| great| import|ance|,| and| that| no| one| who| win| right| at| being| that| man| unless| he| had| a| child| whom| the| king| could| resc|ue| her|.| And| after| these| years| and| years|,| as| he| was| born|,| they| all| were| re|ve|aled| in| his| prison|,| and| who| were| not| he| who| could| not| find| his| money| and",
      surprises:
        "22 102 55 27 6 48 46 60 0 21 5 48 51 23 49 21 38 21 65 104 5 13 7 80 53 7 42 127 109 57 82 99 63 118 21 34 24 54 73 38 9 43 99 1 42 15 43 56 58 28 64 16 24 49 27 13 81 11 40 42 45 87 32 10 36 35 90 18 4 87 39 69 96 37 28 50 54 41 99 47",
    },
    "1 bit": {
      pieces:
        ' daughter|ots|len|ots|ots|ages| shining| thro| magic| need| for| prince| therefore|ages| and| lad| eff|."|if| enchant| enchant| enchant|lew| accord| are| are| are| wo|ett|ett| angrily|?"| lad| favor| hesit| them|sel|lend| eas| cannot| maiden| had|ue| work|the|ct|ct| lad| lest| lest| things| are| are| hang| accord| are| hands| lad| who| are| are| fixed| work| ones| are| are| eff| heads| watch|red|red| must| feel| and| lest| cause| dra|ish| task| Quack',
      surprises:
        "158 178 132 135 175 158 173 216 236 143 137 148 192 159 44 112 266 156 246 209 180 193 215 208 184 190 204 115 176 75 156 104 160 220 222 223 204 232 275 215 196 113 241 135 170 139 176 122 212 160 102 85 149 192 177 195 156 146 171 25 121 133 155 159 100 136 133 174 131 143 220 206 137 74 115 150 180 217 176 185",
    },
  },
  6: {
    F32: {
      pieces:
        ' had| three| sons|.| They| were| all| to| his| father|\'|s| kingdom|,| and| when| he| had| grown| up| to| look| at| his| own| brother| he| could| hardly| think| what| he| was| doing|.| The| king|,| who| had| a| great| desire| to| see|,| asked| him| if| he| could| find| a| way| out| of| the| kingdom|.| "|I|ndeed|,| I| have| no| doubt| that| you| can| do| this|,"| said| the| king|,| "|but| if',
      surprises:
        "17 22 7 12 33 21 31 71 75 35 23 0 28 9 4 41 19 31 48 14 45 47 19 34 51 66 23 63 43 53 18 25 19 18 9 37 16 41 16 21 42 37 37 2 28 42 58 22 34 4 19 23 18 26 10 8 8 29 18 18 29 50 9 14 33 36 33 14 35 28 32 51 15 11 4 10 15 3 11 33",
    },
    Q8_0: {
      pieces:
        " had| three| sons|.| They| were| all| called| L|ab|ak|an|,| and| the| eldest| son| was| called| G|ri|zz|le|b|a|.| They| went| forth|,| and| they| went| on| and| on|,| till| they| came| to| a| palace| which| was| filled| with| the| finest| of| the| whole| kingdom|.| There| they| were| all| sitting| and| feast|ing|,| and| when| the| king| heard| of| it| he| asked| them| what| he| was| going| to| do| with",
      surprises:
        "17 22 7 12 33 21 31 71 70 49 8 5 13 10 28 35 28 18 17 47 65 49 15 36 46 13 36 48 54 37 5 35 33 28 24 3 17 17 8 4 1 6 59 31 10 53 0 31 20 51 24 37 17 8 26 18 24 24 33 29 32 0 24 6 31 14 23 28 36 20 10 56 27 25 26 20 34 2 6 22",
    },
    Q5_0: {
      pieces:
        ' had| three| sons|.|\n|\n|"|If| the| king| could| only| find| a| princess| for| him|,"| said| the| youth|.|\n|\n|"|N|ay|,"| answered| the| king|,| "|I| will| be| a| princess|,| and| you| must| ask| me| if| I| could| find| her|."|\n|\n|So| the| youth| went| and| brought| the| princess| to| him|,| and| she| gave| him| the| princess|.|\n|\n|"|I| have| nothing| else| to| do| with',
      surprises:
        "17 22 7 12 33 0 21 62 44 16 62 15 32 23 42 37 36 8 12 8 56 25 8 0 6 68 4 15 33 3 26 6 1 27 27 56 45 29 29 8 40 26 51 30 28 18 47 20 19 7 1 0 18 8 15 25 26 36 14 10 27 22 9 3 29 31 1 17 15 22 9 0 14 33 26 51 30 7 11 23",
    },
    Q4_0: {
      pieces:
        " was| so|rely| ill| that| he| could| not| end|ure| to| his| death|.| He| went| out| into| the| forest| to| see| if| his| parents| had| been| taken| into| service|,| and| he| was| very| poor|.| He| was| just| going| to| leave| the| forest| and| in| the| forest|,| when| he| saw| a| great| castle|,| and| a| little| house|.| The| king|'|s| son| was| at| the| door| and| heard| the| news|.| \"|How| can| I",
      surprises:
        "22 25 55 55 20 6 27 9 77 1 50 21 45 10 30 50 30 20 2 14 28 54 13 40 50 27 30 82 52 25 17 5 33 31 39 54 17 26 32 64 16 3 55 16 26 41 76 16 15 15 3 18 20 9 38 53 18 15 28 40 23 33 31 23 36 0 13 25 49 17 25 34 33 16 27 21 28 63 24 14",
    },
    Q3_K: {
      pieces:
        ' had| three| sons|,| and| he| was| his| one|.| And| when| he| saw| that| the| other| two| were| all| exactly| al|ike|,| and| went| out| and| killed| them|,| he| said| to| them|,| "|Let| us| take| a| bundle| of| them|,| and| you| shall| have| them| for| your| wife|."| And| they| went| to| the| king|\'|s| daughter|,| and| said|,| "|The|se| are| not| the| two| brothers|,| but| one| of| them',
      surprises:
        "17 22 7 15 9 22 17 46 69 18 46 24 15 33 17 19 51 44 9 39 76 6 0 3 27 64 30 38 66 44 8 20 28 15 9 5 2 42 14 57 30 89 3 28 24 6 53 11 18 12 29 23 29 4 24 15 23 35 7 12 16 0 28 9 2 21 5 0 51 25 17 37 31 59 38 25 9 45 13 6",
    },
    Q2_K: {
      pieces:
        " had| a| son|.|\n|\n|The| eldest| daughter| was| astonished| to| see| him| as| she| had| been|.| She| sent| a| mess|age| to| her| mistress|.| He| found| her| very| ill|,| and| determined| to| take| her| advice|.| As| she| was| going| away| she| found| in| the| forest| a| little| hill|,| and| in| the| garden| of| the| people| there| was| a| high|-|b|red| apple|-|c|orn|er|.| The| p|itc|hes| were",
      surprises:
        "17 24 16 28 32 0 27 67 41 12 83 24 10 22 55 41 29 14 41 20 72 36 20 1 4 23 81 53 73 86 10 51 29 8 6 73 4 40 11 65 12 57 24 13 35 48 16 47 68 9 40 6 43 74 17 11 41 19 56 53 10 107 32 14 4 66 42 22 61 47 9 95 21 16 16 30 79 53 85 14",
    },
    "2 bits": {
      pieces:
        " had| a| son| who| was| a| handsome| son| and| a| country|,| and| who| was| called| to| him|.| And| as| the| king| came| out| in| order| about| which| were| the| beautiful| he| saw|.| And| when| he| came| back| the| same| sorrow|ful|,| he| no| longer| knew| how| he| had| been| born|e|,| and| he| and| his| wife| she| could| easily| have| nothing| more| than| half| a| kingdom| with| her|.| And| he| did| all| he| himself",
      surprises:
        "17 24 16 22 9 26 60 56 47 23 84 46 3 51 26 52 71 14 38 49 40 26 19 54 41 61 68 103 92 80 15 80 47 58 43 23 19 11 27 37 42 58 103 34 48 18 112 4 27 29 41 10 36 65 53 29 7 28 72 5 32 110 61 67 33 77 43 61 69 35 3 69 33 11 20 24 61 49 17 90",
    },
    "1 bit": {
      pieces:
        " basket| basket|ame|ame|ained|ained|ained| kn| aloud| instantly| while| mort| mort| mort| enchant| enchant| enchant| enchant| enchant| enchant| safely|vered| enchant| Woodman|anged|ad| capt| fore| seem| quietly|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers|owers| protect| protect| protect| protect|owers|owers| protect| protect| protect",
      surprises:
        "253 181 221 184 187 194 191 183 261 168 132 136 134 128 200 102 122 133 141 144 182 150 134 251 210 158 126 172 245 245 203 174 170 168 164 158 154 148 142 138 134 128 121 115 111 110 111 109 104 102 102 103 104 102 99 96 93 92 90 89 87 86 84 84 84 84 83 81 79 78 78 101 38 51 55 61 117 97 28 41",
    },
  },
};
