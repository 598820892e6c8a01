import type { Figures } from '@niangjia/shared/joining/board';
import { sayClock } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Card } from '../../ui/Card.tsx';
import { stepNames, boardTexts as texts } from './board.text.ts';
import './ClockCard.scss';

/** A figure of a clock under its name. */
export function Fact({ name, text, tone = '' }: { name: string; text: string; tone?: string }) {
  return (
    <View>
      <View className="small">{name}</View>
      <View className={`clock-figure figures ${tone}`}>{text}</View>
    </View>
  );
}

/** A part of the bar narrower than this has no room for its words. */
const NARROW = 0.2;

/** How long it takes from the scan to the card, and where the time goes: one bar, each part labelled on it. */
export function ClockCard({ figures }: { figures: Figures }) {
  const { card, steps, slowestStep } = figures;
  const whole = steps.reduce((sum, { median }) => sum + median, 0);
  const narrow = steps.filter(({ median }) => median < NARROW * whole);
  return (
    <Card heading={texts.clock}>
      {card ? (
        <View className="clock-facts">
          <Fact name={texts.median} text={sayClock(card.median)} />
          <Fact name={texts.slowestTenth} text={sayClock(card.slowestTenth)} tone="clock-slow" />
          {slowestStep ? <Fact name={texts.slowestStep} text={stepNames[slowestStep]} /> : null}
        </View>
      ) : (
        <View className="small">{texts.noClock}</View>
      )}
      {whole > 0 ? (
        <View>
          <View className="small">
            {texts.steps}
            {card ? ` · ${texts.people(card.people)}` : ''}
          </View>
          <View className="clock-bar">
            {steps.map(({ step, median }) => (
              <View
                key={step}
                className={`clock-part clock-${step} figures`}
                style={{ flexGrow: Math.max(1, Math.round((1000 * median) / whole)) }}
              >
                {median < NARROW * whole ? '' : `${stepNames[step]} ${sayClock(median)}`}
              </View>
            ))}
          </View>
          {narrow.length > 0 ? (
            <View className="small figures">
              {texts.short}{' '}
              {narrow.map(({ step, median }) => `${stepNames[step]} ${sayClock(median)}`).join('，')}
            </View>
          ) : null}
        </View>
      ) : null}
    </Card>
  );
}
