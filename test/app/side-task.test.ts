import { expect, it } from 'vitest';
import { SideTask } from '../../src/app/side-task.ts';

function aTask() {
  const ends: (() => void)[] = [];
  const errors: unknown[] = [];
  const run = () => new Promise<void>((resolve) => ends.push(resolve));
  const task = new SideTask(run, (error) => errors.push(error));
  return { task, ends, errors };
}

it('runs one round at a time, and one more when it was wanted meanwhile', async () => {
  const { task, ends } = aTask();
  task.start();
  task.start();
  expect(ends).toHaveLength(1);
  task.start({ again: true });
  task.start({ again: true });
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  await task.ended();
  expect(ends).toHaveLength(2);
});

it('hands over what a round throws, and starts again', async () => {
  const errors: unknown[] = [];
  const task = new SideTask(
    () => Promise.reject(new Error('no')),
    (error) => errors.push(error),
  );
  task.start();
  await task.ended();
  task.start();
  await task.ended();
  expect(errors).toHaveLength(2);
});
