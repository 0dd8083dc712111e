-- Put back what Redis lost of one open request: its hash, its joins, its place in the order of
-- turns, and the work that the log says is outstanding and that is queued nowhere. Does nothing
-- when the session has moved on since it was read: what was found is no longer so. Its log tells,
-- or, of what leaves no event, its count of moves: another repair's work, an entry that was dropped.
--
-- KEYS 1 log       stream  the session's events
--      2 marks     hash    the request
--      3 session   hash    rev, turn, seq, busy:<queue>,
--                          moves: what was queued or dropped without event
--      4 turns     zset    open requests that may yet change the scene
--      5 open      zset    open requests -> ms
--      6..         stream  one work stream a queue (see commit.lua)
--      last        never written (see streams/keys.py)
-- ARGV session, request, last id of its log, its moves, prefix of parking lists, stages,
--      in-flight cap, its place among the session's requests, how many these are, bulk ('1'),
--      yields ('1'), holds the turn ('1'), of a fork ('1'), revision of the scene,
--      #joins  { name, stage, task, #members { member, settled ('1') } }
--      #queues { entries of the session that are in flight there }
--      #work   { stage, task, turn ('1'), id, json, tries it had }
-- Returns {'restored', pieces put back, moves,
--      { entries of the session that are now in flight on each queue }} or {'moved'}.
local log, marks, session_key, turns = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local at = 0
local function arg() at = at + 1; return ARGV[at] end
local function number() return tonumber(arg()) end
local session, request, seen, moves = arg(), arg(), arg(), number()
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local park_prefix, stages, flight_cap = arg(), number(), number()
local seq, requests = arg(), number()
local bulk, yields, holds = arg() == '1', arg() == '1', arg() == '1'
local fork, revision = arg() == '1', number()

local newest = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1]
if not newest or newest[1] ~= seen then return {'moved'} end
if tonumber(redis.call('HGET', session_key, 'moves') or '0') ~= moves then return {'moved'} end
if redis.call('HGET', marks, 'status') then
  if redis.call('HGET', marks, 'status') ~= 'accepted' then return {'moved'} end
else
  redis.call('HSET', marks, 'status', 'accepted', 'session', session, 'seq', seq)
end
if tonumber(redis.call('HGET', session_key, 'seq') or '0') < requests then
  redis.call('HSET', session_key, 'seq', requests)
end
-- A commit that names a later revision than this one's would be refused for ever.
if tonumber(redis.call('HGET', session_key, 'rev') or '0') < revision then
  redis.call('HSET', session_key, 'rev', revision)
end
if fork then redis.call('HSET', marks, 'fork', '1') end
if bulk then redis.call('HSET', marks, 'lane', 'bulk') end
redis.call('ZADD', KEYS[5], 'NX', now, session .. '/' .. request)
if not yields then
  redis.call('ZADD', turns, 'NX', redis.call('HGET', marks, 'seq') or 0, request)
end

-- Not one that held it before it failed, and waits for it again since it was reopened.
if holds and redis.call('HEXISTS', marks, 'waiting') == 0 then
  redis.call('HSETNX', session_key, 'turn', request)
end

for _ = 1, number() do
  local name, stage, task, members = 'join:' .. arg(), number(), arg(), number()
  local left = 0
  for _ = 1, members do
    local member, settled = arg(), arg()
    redis.call('HSET', marks, name .. ':of:' .. member, settled)
    if settled == '0' then left = left + 1 end
  end
  redis.call('HSET', marks, name .. ':left', left, name .. ':stage', stage, name .. ':task', task)
end

-- More than the session's share waits in its parking lists, as it would have (see commit.lua).
local share = flight_cap * tonumber(redis.call('HGET', session_key, 'weight') or '1')
local added, busy = 0, {}
for queue = 1, number() do busy[queue] = number() end
local function add(queue, w)
  busy[queue] = busy[queue] + 1
  added = added + 1
  redis.call('XADD', KEYS[5 + queue], '*', 'id', w.id, 's', session, 'r', w.r, 't', w.t, 'n', w.n,
    'e', w.e)
end
for _ = 1, number() do
  local stage, task, turn = number(), arg(), arg() == '1'
  local w = {id = arg(), e = arg(), t = task, r = request, n = number()}
  local queue = bulk and stage + stages or stage
  -- Without a holder, one that was accepted before and has not decided yet holds it back, too.
  local holder = redis.call('HGET', session_key, 'turn') or redis.call('ZRANGE', turns, 0, 0)[1]
  if turn and holder and holder ~= request then
    redis.call('HSET', marks, 'waiting', cjson.encode(w), 'waiting:stage', stage)
  else
    if turn then redis.call('HSET', session_key, 'turn', request) end
    if busy[queue] < share then
      add(queue, w)
    else
      redis.call('RPUSH', park_prefix .. queue .. ':' .. session, cjson.encode(w))
      added = added + 1
    end
  end
end

-- Counts that a lost stream left behind would hold the session's parked work back for ever.
for queue, now_busy in ipairs(busy) do
  local key = park_prefix .. queue .. ':' .. session
  local parked = now_busy < share and redis.call('LPOP', key)
  while parked do
    add(queue, cjson.decode(parked))
    parked = busy[queue] < share and redis.call('LPOP', key)
  end
  if tonumber(redis.call('HGET', session_key, 'busy:' .. queue) or '0') ~= busy[queue] then
    redis.call('HSET', session_key, 'busy:' .. queue, busy[queue])
  end
end
if added > 0 then moves = redis.call('HINCRBY', session_key, 'moves', 1) end
return {'restored', added, moves, busy}
