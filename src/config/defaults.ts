/** What a file that says nothing gets; durations as an editor would write them. */
export const defaultDurations = {
  every: '30m',
  timeout: '20s',
  retention: '90d',
  hostSpacing: '2s',
  total: '30s',
} as const;

export const defaultServer = { host: '127.0.0.1', port: 8080, operatorPort: 8081 } as const;

export const defaultFetch = { concurrency: 16, hostConnections: 1 } as const;

/** Every minute: the schedule only ticks. */
export const defaultSchedule = '* * * * *';

export const defaultSite = { title: 'Araz', language: 'en', timezone: 'UTC' } as const;

/** 1 is best, 9 is last: a source nobody ranked stands in the middle. */
export const defaultRank = 5;
