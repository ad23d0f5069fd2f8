import { nanoid } from 'nanoid'
import { z } from 'zod'

const id = z.string().min(1).max(64)

export const shapeId = id.brand<'ShapeId'>()
export type ShapeId = z.infer<typeof shapeId>

export const boardId = id.brand<'BoardId'>()
export type BoardId = z.infer<typeof boardId>

export const groupId = id.brand<'GroupId'>()
export type GroupId = z.infer<typeof groupId>

/** 12 characters: 72 random bits, one clash expected among some 60 thousand million ids. */
export const newShapeId = (): ShapeId => nanoid(12) as ShapeId
export const newGroupId = (): GroupId => nanoid(12) as GroupId

export const newBoardId = (): BoardId => nanoid(12) as BoardId

/** Every workshop starts with this board, so that two copies of a new workshop do not grow two of them. */
export const FIRST_BOARD = 'first' as BoardId
