/** Stands in for the SDK's event streams in every bundle: the protocols load it for operations that have one, and none of ours has. */
export class EventStreamSerde {
  constructor() {
    throw new Error('no event streams are bundled');
  }
}
export const eventStreamSerdeProvider = () => undefined;
