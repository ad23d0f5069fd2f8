/** `node serve.ts ADDRESS PORT`: a server with peer pages, for machines of a network. Says `up` once it is. */
import { startPeerServer } from './signalling.ts'

const [address = '127.0.0.1', port = '0'] = process.argv.slice(2)
await startPeerServer(address, Number(port))
console.log('up')
