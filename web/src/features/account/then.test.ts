// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { faceOf, ownAddress } from './then';

describe('where to go after signing in', () => {
  it('is an address of ours', () => {
    expect(ownAddress('/cases/new?procedure=objection&record=7', '/me')).toBe('/cases/new?procedure=objection&record=7');
    expect(ownAddress('/work', '/me')).toBe('/work');
  });
  it('is never somewhere else', () => {
    for (const bad of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a\nb', 'me', '', undefined, ['/me']])
      expect(ownAddress(bad, '/me')).toBe('/me');
  });
  it('is not the door again', () => {
    expect(ownAddress('/sign-in?then=/sign-in', '/me')).toBe('/me');
    expect(ownAddress('/work/sign-in', '/work')).toBe('/work');
    expect(ownAddress('/sign-in?then=%2Fwork%2Fcases%3Fopen%3Dtrue', '/work')).toBe('/work/cases?open=true');
    expect(ownAddress('/sign-in?then=%2F%2Fevil.example', '/work')).toBe('/work');
  });
});

describe('the face of an address', () => {
  it('is told by its first part', () => {
    expect(faceOf('/work/cases')).toBe('work');
    expect(faceOf('/work?x=1')).toBe('work');
    expect(faceOf('/workshop')).toBe('portal');
    expect(faceOf('/kiosk')).toBe('kiosk');
    expect(faceOf('/')).toBe('portal');
  });
});
