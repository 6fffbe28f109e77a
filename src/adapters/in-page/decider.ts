export { judgeTurn } from '../../gateway/judgeTurn.ts'
export { carryOn } from './carryOn.ts'
