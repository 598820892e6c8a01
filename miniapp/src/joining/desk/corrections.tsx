import type { ResponseOf } from '@niangjia/shared/contract';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Desk } from '../../desk/Desk.tsx';
import type { Duty } from '../../desk/duty.ts';
import { forReviewer } from '../../desk/forStaff.tsx';
import { open, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, TableRow } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { useRefreshed } from '../../useRefreshed.ts';
import { ChooseUnion } from './ChooseUnion.tsx';
import { correctionsTexts as texts } from './corrections.text.ts';
import { correctionsApi } from './correctionsApi.ts';
import { OrgSwitch } from './OrgSwitch.tsx';
import { useUnions } from './useUnions.ts';
import './corrections.scss';

type Request = ResponseOf<typeof myData.listCorrections>['corrections'][number];

const sayFields = ({ fields }: Request) => fields.map((field) => texts.fields[field]).join('、');
const { columns: names } = texts;
const columns: readonly Column<Request>[] = [
  { key: 'name', name: names.name, compare: (a, b) => byText(a.name, b.name) },
  { key: 'fields', name: names.fields, compare: (a, b) => byText(sayFields(a), sayFields(b)) },
  { key: 'since', name: names.since, compare: (a, b) => a.requestedAt - b.requestedAt },
  { key: 'acts', name: names.acts, screenOnly: true },
];

/** Who asks to have name or ID number corrected, oldest first, masked. */
function Corrections({ home }: Duty) {
  const unions = useUnions('review', home);
  const asked = useRefreshed(() => correctionsApi.listCorrections({ org: unions.org.id }), unions.org.id);
  const order = useOrder(columns);
  const now = Date.now();
  const waiting = asked.answer?.corrections;
  if (unions.toChoose) return <ChooseUnion title={texts.title} current="corrections" of={unions} />;
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(waiting?.length)}
      note={<OrgSwitch of={unions} />}
      current="corrections"
      top
      printed={waiting ? now : undefined}
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {!waiting ? (
        asked.refused ? null : (
          <Skeleton />
        )
      ) : waiting.length === 0 ? (
        <Empty
          text={texts.none}
          note={texts.noneNote}
          next={texts.toQueue}
          onNext={() => replaceWith('queue')}
        />
      ) : (
        <Table
          label={texts.table}
          className="corrections-table"
          columns={columns}
          order={order}
          rest={asked.answer?.cursor !== undefined}
          keys={texts.keys}
        >
          {order.sorted(waiting).map((request) => {
            const { id, name, requestedAt } = request;
            const show = () => open('correction', { id });
            return (
              <TableRow key={id} onEnter={show}>
                <View className="corrections-name" {...cell}>
                  {name}
                </View>
                <View className="corrections-fields" {...cell}>
                  {sayFields(request)}
                </View>
                <View className="corrections-since small figures" {...cell}>
                  {sayTime(requestedAt, now)}
                </View>
                <View className="table-screen" {...cell}>
                  <Button small label={`${name} ${texts.open}`} onPress={show}>
                    {texts.open}
                  </Button>
                </View>
              </TableRow>
            );
          })}
        </Table>
      )}
      {asked.answer?.cursor ? <View className="small">{texts.first}</View> : null}
    </Desk>
  );
}

export default forReviewer(Corrections);
