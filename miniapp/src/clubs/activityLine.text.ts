/** Words of an activity in a list. */
export const activityLineTexts = {
  where: (place: string, club: string) => `${place} · ${club}`,
  points: (points: number) => `+${points}`,
} as const;
