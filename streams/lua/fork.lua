-- Begin a session as another one was: its first event, its hash, its line in the list of sessions,
-- and the requests that go on in it, which hold its turns before any new one can. Their work is put
-- back by restore.lua. A fork that is there already is left as it is.
--
-- KEYS 1 log       stream  the fork's events
--      2 feed      stream  every event, capped
--      3 sessions  zset    session -> ms of its last event
--      4 open      zset    open requests -> ms
--      5 session   hash    rev, seq, open, turn (see commit.lua)
--      6 turns     zset    open requests that may yet change the scene -> order of acceptance
--      7 parent    stream  the parent's events
--      8 erased    zset    SHA-1 of sessions that were erased, or are about to be (see erase.lua)
--      last        never written (see streams/keys.py)
-- ARGV session, its parent, feed cap, prefix of request keys, ms of the parent's event that is the last of the
--      past, json of session.forked, revision of the scene,
--      #requests { request, yields ('1' = it leaves the scene alone), holds the turn ('1') }
-- Returns {'done', id}, {'again', id of its first event, its json}, or {'gone'}: no parent.
local log, session_key = KEYS[1], KEYS[5]
local at = 0
local function arg() at = at + 1; return ARGV[at] end
local function number() return tonumber(arg()) end
local session, parent, cap, request_prefix = arg(), arg(), arg(), arg()
local past, body, revision = number(), arg(), arg()
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local first = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
if first then return {'again', first[1], first[2][4]} end
local erased = redis.call('ZSCORE', KEYS[8], redis.sha1hex(parent))
if erased or redis.call('EXISTS', KEYS[7]) == 0 then return {'gone'} end

-- What is new comes after the past, also when this Redis's clock is behind the one that wrote that.
local place = now > past and '*' or string.format('%d-0', past + 1)
local id = redis.call('XADD', log, place, 'request', '', 'e', body)
redis.call('XADD', KEYS[2], 'MAXLEN', '~', cap, '*', 'session', session, 'id', id, 'request', '',
  'e', body)
redis.call('ZADD', KEYS[3], now, session)

local requests = number()
redis.call('HSET', session_key, 'rev', revision, 'seq', requests, 'open', requests)
for seq = 1, requests do
  local request, yields, holds = arg(), arg() == '1', arg() == '1'
  redis.call('HSET', request_prefix .. request, 'status', 'accepted', 'session', session,
    'seq', seq, 'fork', '1')
  redis.call('ZADD', KEYS[4], now, session .. '/' .. request)
  if not yields then redis.call('ZADD', KEYS[6], seq, request) end
  if holds then redis.call('HSET', session_key, 'turn', request) end
end
return {'done', id}
