-- One step, all or nothing: append events to the log and the feed, start the next work, open and
-- settle joins, take or pass on the session's turn, and acknowledge the input. Also the way to
-- append from outside (then there is no input). Repeating a commit whose reply was lost returns
-- the first result.
--
-- KEYS 1 marks     hash    request (or, without one, session) that remembers this commit
--      2 log       stream  the session's events
--      3 feed      stream  every event, capped
--      4 session   hash    rev, turn
--      5 turns     list    work waiting for its turn, as JSON
--      6 sessions  zset    session -> ms of its last event
--      7 due       zset    work to be tried again -> ms
--      8 dead      stream  dead letters of the input's stage
--      9..         stream  one work stream a stage
-- ARGV session, request, mark, now (ms), feed cap, seconds to keep a closed request,
--      prefix of request keys,
--      input stage (number from 1, 0 = none), group, entry, consumer, delivery,
--      expected revision ('' = any), opens ('1' = the request begins), closes ('' = no, or status),
--      revisions added,
--      #events  { type, json }
--      #work    { stage, task, turn, event }
--      #joins   { name, stage, task, event, #members { member } }
--      #settles { join, member, event }
--      retry at (ms, '' = none) [ entry as JSON ]
--      dead letter as JSON ('' = none)
-- Returns {'done'|'again', id...}, {'lost'}, {'closed', status} or {'stale', revision}.
local marks, log, feed, session_key, turns = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local at = 0
local function arg() at = at + 1; return ARGV[at] end
local function number() return tonumber(arg()) end

local session, request, mark, now, cap = arg(), arg(), 'mark:' .. arg(), arg(), arg()
local keep, request_prefix = number(), arg()
local input, group, entry, consumer, delivery = number(), arg(), arg(), arg(), number()
local expected, opens, closes, revisions = arg(), arg(), arg(), number()
local source = KEYS[8 + input]

local before = redis.call('HGET', marks, mark)
if before then return {'again', unpack(cjson.decode(before))} end

if input > 0 then
  local row = redis.pcall('XPENDING', source, group, entry, entry, 1)
  if row.err or not row[1] or row[1][2] ~= consumer or row[1][4] ~= delivery then
    return {'lost'}
  end
end

local function acknowledge()
  if input > 0 then
    redis.call('XACK', source, group, entry)
    redis.call('XDEL', source, entry)
  end
end

local status = request ~= '' and redis.call('HGET', marks, 'status')
if status and status ~= 'accepted' then
  acknowledge()
  return {'closed', status}
end
if expected ~= '' then
  local revision = redis.call('HGET', session_key, 'rev') or '0'
  if revision ~= expected then return {'stale', revision} end
end

if opens == '1' then redis.call('HSET', marks, 'status', 'accepted', 'session', session) end

local ids, bodies = {}, {}
for n = 1, number() do
  local kind, body = arg(), arg()
  local id = redis.call('XADD', log, '*', 'type', kind, 'request', request, 'e', body)
  redis.call('XADD', feed, 'MAXLEN', '~', cap, '*', 'session', session, 'id', id, 'type', kind,
    'request', request, 'e', body)
  ids[n], bodies[n] = id, body
end

local function queue(w)
  redis.call('XADD', KEYS[8 + w.stage], '*', 'id', w.id, 's', session, 'r', w.r, 't', w.task,
    'n', w.n, 'e', w.e)
end

local function start(stage, task, turn, n)
  local w = {stage = stage, task = task, id = ids[n], e = bodies[n], r = request, n = 0}
  if turn == '1' then
    local holder = redis.call('HGET', session_key, 'turn')
    if holder and holder ~= request then
      redis.call('RPUSH', turns, cjson.encode(w))
      return
    end
    redis.call('HSET', session_key, 'turn', request)
  end
  queue(w)
end

for _ = 1, number() do
  local stage, task, turn, n = number(), arg(), arg(), number()
  start(stage, task, turn, n)
end

for _ = 1, number() do
  local name, stage, task, n, members = 'join:' .. arg(), number(), arg(), number(), number()
  redis.call('HSET', marks, name .. ':left', members, name .. ':stage', stage, name .. ':task', task)
  for _ = 1, members do redis.call('HSET', marks, name .. ':of:' .. arg(), '0') end
  if members == 0 then start(stage, task, '0', n) end
end

for _ = 1, number() do
  local name, member, n = 'join:' .. arg(), arg(), number()
  if redis.call('HGET', marks, name .. ':of:' .. member) == '0' then
    redis.call('HSET', marks, name .. ':of:' .. member, '1')
    if redis.call('HINCRBY', marks, name .. ':left', -1) == 0 then
      local join = redis.call('HMGET', marks, name .. ':stage', name .. ':task')
      start(tonumber(join[1]), join[2], '0', n)
    end
  end
end

local retry_at = arg()
if retry_at ~= '' then redis.call('ZADD', KEYS[7], retry_at, arg()) end
local letter = arg()
if letter ~= '' then redis.call('XADD', KEYS[8], '*', 'd', letter) end

if revisions > 0 then redis.call('HINCRBY', session_key, 'rev', revisions) end
if #ids > 0 then redis.call('ZADD', KEYS[6], now, session) end

if closes ~= '' then
  redis.call('HSET', marks, 'status', closes)
  if redis.call('HGET', session_key, 'turn') == request then
    redis.call('HDEL', session_key, 'turn')
    local waiting = redis.call('LPOP', turns)
    while waiting do
      local w = cjson.decode(waiting)
      if redis.call('HGET', request_prefix .. w.r, 'status') == 'accepted' then
        redis.call('HSET', session_key, 'turn', w.r)
        queue(w)
        break
      end
      waiting = redis.call('LPOP', turns)
    end
  end
end

acknowledge()
redis.call('HSET', marks, mark, cjson.encode(ids))
if closes ~= '' then redis.call('EXPIRE', marks, keep) end
return {'done', unpack(ids)}
