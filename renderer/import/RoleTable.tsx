import { columnsOf, rowsBelow, type Rows } from '../../shared/journey/importData/table.ts'
import { useT } from '../i18n/useT.ts'
import { Select } from '../ui/Select.tsx'
import styles from './ImportData.module.css'

/** Rows shown of a table. */
const SHOWN = 4

interface RoleTableProps<R extends string> {
  readonly rows: Rows
  readonly header: boolean
  readonly roles: readonly R[]
  readonly all: readonly { readonly value: R; readonly label: string }[]
  readonly onRole: (column: number, role: R) => void
}

/** The first rows of a table, with what each column is above it. */
export function RoleTable<R extends string>({ rows, header, roles, all, onRole }: RoleTableProps<R>) {
  const { t } = useT()
  const columns = columnsOf(rows, header)
  const ignored = all.at(-1)?.value
  const nameOf = (index: number, name: string) => name || t('import.column', { number: index + 1 })
  // A row of a file has no identity but its place.
  const shown = rowsBelow(rows, header)
    .slice(0, SHOWN)
    .map((cells, place) => ({ cells, place }))
  return (
    <div className={styles['scroll']} role="region" aria-label={t('importData.columns')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {columns.map(({ index, name }) => (
              <th key={index} scope="col" data-left-out={roles[index] === ignored ? '' : undefined}>
                <bdi className={styles['column']}>{nameOf(index, name)}</bdi>
                <Select
                  label={t('importData.roleOf', { column: nameOf(index, name) })}
                  value={roles[index] ?? (ignored as R)}
                  options={all}
                  className={styles['role']}
                  onChange={(role) => onRole(index, role)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ cells, place }) => (
            <tr key={place}>
              {columns.map(({ index }) => (
                <td key={index} data-left-out={roles[index] === ignored ? '' : undefined}>
                  <span className={styles['cell']} dir="auto">
                    {cells[index]}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
