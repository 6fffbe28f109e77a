'use client'
import { createContext } from 'react'

/** Whether long texts below are shown in full. */
export const RevealContext: React.Context<boolean> = createContext(false)
