-- Put a dead letter's input back to work: reopen its request, which failed because of it, and take
-- the letter out, all or nothing. What the failed request's other steps left is put back with it.
--
-- KEYS as in commit.lua, dead (8) being the letter's stream, and after the work streams
--      erased (see commit.lua)
--      last redriven  string  by which call the letter was redriven, as JSON
-- ARGV letter (its entry), its name, mark, feed cap, seconds to remember the call,
--      session, request, prefix of request keys, of parking lists, stages (half the queues),
--      in-flight cap of a session a queue,
--      turn ('1' = the request is about to change the scene), yields ('1' = it leaves it alone),
--      stage (number from 1), task, event, event as JSON: the input
--      json of request.reopened
-- Returns {'done'|'again'|'already', id of request.reopened}, {'gone'}, or {'closed', status}: the
-- request did not fail because of this letter ('' = it is not known any more).
local marks, session_key, turns, dead = KEYS[1], KEYS[4], KEYS[5], KEYS[8]
local redriven = KEYS[#KEYS]
local at = 0
local function arg() at = at + 1; return ARGV[at] end
local letter, name, mark, cap, remember = arg(), arg(), arg(), arg(), arg()
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local session, request, request_prefix, park_prefix = arg(), arg(), arg(), arg()
local stages, flight_cap = tonumber(arg()), tonumber(arg())
local turn, yields, stage, task, event, input = arg(), arg(), tonumber(arg()), arg(), arg(), arg()
local body = arg()

local before = redis.call('GET', redriven)
if before then
  local call = cjson.decode(before)
  return {call.mark == mark and 'again' or 'already', call.id}
end
if #redis.call('XRANGE', dead, letter, letter) == 0 then return {'gone'} end
if redis.call('ZSCORE', KEYS[#KEYS - 1], redis.sha1hex(session)) then return {'gone'} end
local known = redis.call('HMGET', marks, 'status', 'letter', 'lane', 'seq')
local status, died_of, lane, seq = known[1], known[2], known[3], known[4]
if status ~= 'failed' or died_of ~= name then return {'closed', status or ''} end

local id = redis.call('XADD', KEYS[2], '*', 'request', request, 'e', body)
redis.call('XADD', KEYS[3], 'MAXLEN', '~', cap, '*', 'session', session, 'id', id,
  'request', request, 'e', body)
redis.call('ZADD', KEYS[6], now, session)
redis.call('ZADD', KEYS[9], now, session .. '/' .. request)
redis.call('HSET', marks, 'status', 'accepted')
redis.call('HINCRBY', session_key, 'open', 1)
redis.call('HDEL', marks, 'letter')
redis.call('PERSIST', marks)

-- As enqueue() of commit.lua.
local function enqueue(queue, w)
  local busy = redis.call('HINCRBY', session_key, 'busy:' .. queue, 1)
  local weight = tonumber(redis.call('HGET', session_key, 'weight') or '1')
  if busy > flight_cap * weight then
    redis.call('HINCRBY', session_key, 'busy:' .. queue, -1)
    redis.call('RPUSH', park_prefix .. queue .. ':' .. session, cjson.encode(w))
  else
    redis.call('XADD', KEYS[10 + queue], '*', 'id', w.id, 's', session, 'r', w.r, 't', w.t,
      'n', w.n, 'e', w.e)
  end
end

-- As pass_turn() of commit.lua.
local function pass_turn()
  if redis.call('HEXISTS', session_key, 'turn') == 1 then return end
  local first = redis.call('ZRANGE', turns, 0, 0)[1]
  if not first then return end
  local key = request_prefix .. first
  local waiting = redis.call('HMGET', key, 'waiting', 'waiting:stage', 'lane')
  if not waiting[1] then return end
  redis.call('HSET', session_key, 'turn', first)
  redis.call('HDEL', key, 'waiting', 'waiting:stage')
  local its = tonumber(waiting[2])
  enqueue(waiting[3] == 'bulk' and its + stages or its, cjson.decode(waiting[1]))
end

-- Only the failed step waits for the turn: no scene is changed before it is done, since every join
-- of its request waits for it.
local again = {t = task, id = event, e = input, r = request, n = 0}
if yields ~= '1' then redis.call('ZADD', turns, seq or 0, request) end
if turn == '1' then
  redis.call('HSET', marks, 'waiting', cjson.encode(again), 'waiting:stage', stage)
  pass_turn()
else
  enqueue(lane == 'bulk' and stage + stages or stage, again)
end
for _, field in ipairs(redis.call('HKEYS', marks)) do
  local queue = string.match(field, '^dropped:(%d+):')
  if queue then
    local flat, w = cjson.decode(redis.call('HGET', marks, field)), {}
    for i = 1, #flat, 2 do w[flat[i]] = flat[i + 1] end
    enqueue(tonumber(queue), w)
    redis.call('HDEL', marks, field)
  end
end

redis.call('XDEL', dead, letter)
redis.call('SET', redriven, cjson.encode({mark = mark, id = id}), 'EX', remember)
return {'done', id}
