-- Steps, each all or nothing: append events to the log and the feed, start the next work, open and
-- settle joins, take or pass on the session's turn, and acknowledge the input. Also the way to
-- append from outside (then there is no input). Repeating a commit whose reply was lost returns
-- the first result. One call makes as many commits as are ready; one that fails leaves the others be.
--
-- A queue is a stage's stream in one of its lanes; queues are numbered from 1 as in streams/keys.py,
-- first every stage's ordinary one, then every stage's bulk one, in the same order.
--
-- KEYS 1 feed      stream  every event, capped
--      2 sessions  zset    session -> ms of its last event
--      3 due       zset    work to be tried again -> ms
--      4 open      zset    open requests, as <session>/<request> -> ms of their acceptance
--      5 cancelled stream  requests that were cancelled, capped
--      6..         stream  one work stream a queue
--      last but one erased zset  SHA-1 of sessions that were erased -> ms (see erase.lua)
--      last        never written (see streams/keys.py)
--      A commit's own keys, and those of parking lists and of other requests, are built or given as
--      arguments. They have the hash tag of KEYS, so they lie in the same slot of a cluster.
-- ARGV a commit each, as a JSON list, which begins with the keys that are its own:
--      marks       hash    request (or, without one, session) that remembers this commit
--      log         stream  the session's events
--      session     hash    rev, turn, seq, weight, open: how many of its requests are,
--                          busy:<queue>: entries it has in flight there
--      turns       zset    open requests that may yet change the scene -> order of acceptance
--      dead        stream  dead letters of the input's stage
--   and goes on with
--      session, request, mark, feed cap, seconds to keep a closed request,
--      prefix of request keys, prefix of parking lists, stages (half the queues),
--      in-flight cap of a session a queue,
--      input queue (0 = none), group, entry, consumer, delivery,
--      expected revision ('' = any), opens ('1' = the request begins), closes ('' = no, or status),
--      bulk ('1' = the rest of the request's work is bulk), yields ('1' = it leaves the scene alone),
--      revisions added,
--      #events  { json }
--      #work    { stage, task, turn, event }
--      #joins   { name, stage, task, event, #members { member } }
--      #settles { join, member, event }
--      retry in (ms, '' = none) [ entry as JSON ]
--      dead letter as JSON ('' = none)
-- Returns, as JSON, for each commit {'done'|'again', id...}, {'lost'}, {'closed', status},
--      {'stale', revision}, {'erased'} or {'error', message}.
local feed, erased = KEYS[1], KEYS[#KEYS - 1]

-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function commit(given)
local at = 0
local function arg() at = at + 1; return given[at] end
local function number() return tonumber(arg()) end

local marks, log, session_key, turns, dead = arg(), arg(), arg(), arg(), arg()
local session, request, mark, cap = arg(), arg(), 'mark:' .. arg(), arg()
local keep, request_prefix, park_prefix = number(), arg(), arg()
local stages, flight_cap = number(), number()
local input, group, entry, consumer, delivery = number(), arg(), arg(), arg(), number()
local expected, opens, closes, bulk, yields = arg(), arg(), arg(), arg(), arg()
local revisions = number()
local source = KEYS[5 + input]

local before = redis.call('HGET', marks, mark)
if before then return {'again', unpack(cjson.decode(before))} end

if input > 0 then
  local row = redis.pcall('XPENDING', source, group, entry, entry, 1)
  if row.err or not row[1] or row[1][2] ~= consumer or row[1][4] ~= delivery then
    return {'lost'}
  end
elseif redis.call('ZSCORE', erased, redis.sha1hex(session)) then
  return {'erased'}  -- no step of it has an input any more: those are told that they lost it
end

local function add(queue, w)
  redis.call('XADD', KEYS[5 + queue], '*', 'id', w.id, 's', session, 'r', w.r, 't', w.t,
    'n', w.n, 'e', w.e)
end

-- Put work on its queue, or into the session's parking list while it has enough in flight there.
local function enqueue(queue, w)
  local busy = redis.call('HINCRBY', session_key, 'busy:' .. queue, 1)
  if busy > flight_cap then
    local weight = tonumber(redis.call('HGET', session_key, 'weight') or '1')
    if busy > flight_cap * weight then
      redis.call('HINCRBY', session_key, 'busy:' .. queue, -1)
      redis.call('RPUSH', park_prefix .. queue .. ':' .. session, cjson.encode(w))
      return
    end
  end
  add(queue, w)
end

-- The input is done with; what it held back may go, unless the input comes back as a retry.
local function acknowledge(comes_back)
  if input == 0 then return end
  redis.call('XACK', source, group, entry)
  redis.call('XDEL', source, entry)
  if comes_back then return end
  local parked = redis.call('LPOP', park_prefix .. input .. ':' .. session)
  if parked then
    add(input, cjson.decode(parked))
  elseif redis.call('HINCRBY', session_key, 'busy:' .. input, -1) < 0 then
    redis.call('HSET', session_key, 'busy:' .. input, 0)
  end
end

-- How the log begins says whether the session is a fork: its steps have options, and a past.
local function is_fork()
  local first = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
  local body = first and first[2][4] or ''
  return string.find(body, '{"type":"session.forked"', 1, true) == 1
    or string.find(body, '{"type":"session.sealed"', 1, true) == 1
      and string.find(body, '"forked":{', 1, true)
end

local known = request == '' and {} or redis.call('HMGET', marks, 'status', 'lane', 'seq')
local status, lane, seq = known[1], known[2], known[3]
if status and status ~= 'accepted' then
  if status == 'failed' and input > 0 then  -- comes back if the request is reopened
    local row = redis.call('XRANGE', source, entry, entry)[1]
    local kept = 'dropped:' .. input .. ':' .. entry
    if row then redis.call('HSET', marks, kept, cjson.encode(row[2])) end
  end
  if input > 0 then redis.call('HINCRBY', session_key, 'moves', 1) end  -- see restore.lua
  acknowledge(false)
  return {'closed', status}
end
if expected ~= '' then
  local revision = redis.call('HGET', session_key, 'rev') or '0'
  if revision ~= expected then return {'stale', revision} end
end

if opens == '1' then
  -- With nothing open nothing is in flight: what is still counted was lost with its stream.
  if redis.call('HINCRBY', session_key, 'open', 1) == 1 then
    local counts = {}
    for queue = 1, 2 * stages do counts[queue] = 'busy:' .. queue end
    redis.call('HDEL', session_key, unpack(counts))
  end
  seq = redis.call('HINCRBY', session_key, 'seq', 1)
  redis.call('HSET', marks, 'status', 'accepted', 'session', session, 'seq', seq)
  if is_fork() then redis.call('HSET', marks, 'fork', '1') end  -- see take.lua
  redis.call('ZADD', turns, seq, request)
  redis.call('ZADD', KEYS[4], now, session .. '/' .. request)
end
if bulk == '1' then
  lane = 'bulk'
  redis.call('HSET', marks, 'lane', lane)
end

-- The events of a commit share their ms, whatever the clock does meanwhile: it is their time.
local ids, bodies = {}, {}
local ms, serial
for n = 1, number() do
  local body = arg()
  local at = ms and ms .. '-' .. string.format('%d', serial + n - 1) or '*'
  local id = redis.call('XADD', log, at, 'request', request, 'e', body)
  if not ms then ms, serial = string.match(id, '^(%d+)-(%d+)$') end
  redis.call('XADD', feed, 'MAXLEN', '~', cap, '*', 'session', session, 'id', id,
    'request', request, 'e', body)
  ids[n], bodies[n] = id, body
end

-- Give the turn to the first open request in order of acceptance, if it waits for it. One that has
-- not decided yet whether it changes the scene holds the later ones back.
local function pass_turn()
  if redis.call('HEXISTS', session_key, 'turn') == 1 then return end
  local first = redis.call('ZRANGE', turns, 0, 0)[1]
  if not first then return end
  local key = request_prefix .. first
  local waiting = redis.call('HMGET', key, 'waiting', 'waiting:stage', 'lane')
  if not waiting[1] then return end
  redis.call('HSET', session_key, 'turn', first)
  redis.call('HDEL', key, 'waiting', 'waiting:stage')
  local stage = tonumber(waiting[2])
  enqueue(waiting[3] == 'bulk' and stage + stages or stage, cjson.decode(waiting[1]))
end

local function start(stage, task, turn, n)
  local w = {t = task, id = ids[n], e = bodies[n], r = request, n = 0}
  if turn == '1' and redis.call('HGET', session_key, 'turn') ~= request then
    redis.call('ZADD', turns, seq or 0, request)
    redis.call('HSET', marks, 'waiting', cjson.encode(w), 'waiting:stage', stage)
    pass_turn()
  else
    enqueue(lane == 'bulk' and stage + stages or stage, w)
  end
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

local retry_in = arg()
if retry_in ~= '' then redis.call('ZADD', KEYS[3], now + retry_in, arg()) end
local letter = arg()
if letter ~= '' then
  local id = redis.call('XADD', dead, '*', 'd', letter)
  if closes ~= '' then redis.call('HSET', marks, 'letter', group .. '/' .. id) end
end

if revisions > 0 then redis.call('HINCRBY', session_key, 'rev', revisions) end
if #ids > 0 then redis.call('ZADD', KEYS[2], now, session) end

if closes ~= '' then
  redis.call('HSET', marks, 'status', closes)
  redis.call('HDEL', marks, 'waiting', 'waiting:stage')
  redis.call('ZREM', KEYS[4], session .. '/' .. request)
  if redis.call('HINCRBY', session_key, 'open', -1) < 0 then
    redis.call('HSET', session_key, 'open', 0)
  end
  if closes == 'cancelled' then
    redis.call('XADD', KEYS[5], 'MAXLEN', '~', 1000, '*', 'r', request)
  end
end
if closes ~= '' or yields == '1' then
  local holds = request ~= '' and redis.call('HGET', session_key, 'turn') == request
  if closes ~= '' and holds then redis.call('HDEL', session_key, 'turn') end
  if closes ~= '' or not holds then
    if redis.call('ZREM', turns, request) == 1 or holds then pass_turn() end
  end
end

acknowledge(retry_in ~= '')
redis.call('HSET', marks, mark, cjson.encode(ids))
if closes ~= '' and letter == '' then
  redis.call('EXPIRE', marks, keep)
  -- A late step is told that the request has closed, whatever became of it: its mark says no more.
  -- What outsiders asked for stays, and so does this commit, whose reply may be on its way.
  if closes ~= 'failed' then
    for _, field in ipairs(redis.call('HKEYS', marks)) do
      local step = string.match(field, '^mark:[%l:]+:%d+%-%d+$')
      if field ~= mark and (step or string.find(field, '^join:')) then
        redis.call('HDEL', marks, field)
      end
    end
  end
end
return {'done', unpack(ids)}
end

local answers = {}
for n, text in ipairs(ARGV) do
  local ok, answer = pcall(commit, cjson.decode(text))
  if not ok then answer = {'error', type(answer) == 'table' and answer.err or tostring(answer)} end
  answers[n] = answer
end
return cjson.encode(answers)
