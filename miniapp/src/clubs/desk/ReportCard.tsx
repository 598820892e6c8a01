import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Card } from '../../ui/Card.tsx';
import { PhotoStrip } from '../../ui/PhotoStrip.tsx';
import { activityTexts as texts } from './activity.text.ts';
import type { Kept } from './anomalies.ts';

/** How it was, as the leader says, with the photos. */
export function ReportCard({ report }: { report: Kept['report'] }) {
  return (
    <Card heading={texts.report}>
      {report ? (
        <View>
          <View className="club-quote">{report.words}</View>
          <View className="small club-said">{texts.reportedAt(sayTime(report.at, Date.now()))}</View>
          <PhotoStrip photos={report.photos} />
        </View>
      ) : (
        <View className="small">{texts.noReport}</View>
      )}
    </Card>
  );
}
