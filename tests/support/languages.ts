import { ar } from 'intervention-bar/locales/ar'
import { de } from 'intervention-bar/locales/de'
import { es } from 'intervention-bar/locales/es'
import { fr } from 'intervention-bar/locales/fr'
import { he } from 'intervention-bar/locales/he'
import { it } from 'intervention-bar/locales/it'
import { ja } from 'intervention-bar/locales/ja'
import { ko } from 'intervention-bar/locales/ko'
import { nl } from 'intervention-bar/locales/nl'
import { pl } from 'intervention-bar/locales/pl'
import { ptBR } from 'intervention-bar/locales/pt-BR'
import { ru } from 'intervention-bar/locales/ru'
import { tr } from 'intervention-bar/locales/tr'
import { zhCN } from 'intervention-bar/locales/zh-CN'
import { zhTW } from 'intervention-bar/locales/zh-TW'

/** Every language but English. */
export const languages = [de, fr, es, ptBR, it, nl, pl, ru, tr, ar, he, ja, ko, zhCN, zhTW]
