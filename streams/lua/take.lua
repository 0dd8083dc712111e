-- Take work for a consumer: what is pending on it but unknown to it (a lost reply, a restart), then
-- expired leases of others, then new entries. Work that is due again is put back first. A missing
-- group is created at 0: a commit deletes its input, so a work stream holds just what is not done.
-- Work of a request that has ended is dropped here and never given out; a failed request keeps it.
-- Most queues hold nothing at most times: but to recover or reclaim, those are passed over, so that
-- a group that went with its stream is missed then, or once there is something in the stream again.
--
-- KEYS as commit.lua has them: 3 is due, 6.. the work streams
-- ARGV consumer, lease (ms), most that the entries may cost, recover ('1'), reclaim ('1'),
--      prefix of request keys, of session keys, of parking lists,
--      the queues in order of preference, as JSON: [queue, group, what an entry of it costs, ...]
--      #held   { queue, entry }: what the consumer already works on; only to recover or reclaim
-- Returns, as JSON, the entries:
--      [[queue, entry, delivery, [field, value, ...], of a fork ('1', '', or '?': not known)], ...],
--      [queue, the last id that its group was given, ...] of the queues that hold something, or
--      false when there may be more to take, and how many groups were missing
local at = 0
local function arg() at = at + 1; return ARGV[at] end
local function number() return tonumber(arg()) end
local consumer, lease, most = arg(), number(), number()
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local recover, reclaim = arg() == '1', arg() == '1'
local request_prefix, session_prefix, park_prefix = arg(), arg(), arg()
local queues, held = cjson.decode(arg()), {}
for _ = 1, number() do held[arg() .. ':' .. arg()] = true end

for _, body in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now, 'LIMIT', 0, 100)) do
  local w = cjson.decode(body)
  redis.call('XADD', KEYS[5 + w.queue], '*', 'id', w.id, 's', w.s, 'r', w.r, 't', w.t, 'n', w.n,
    'e', w.e)
  redis.call('ZREM', KEYS[3], body)
end

local full = {}
for n = 1, #queues, 3 do
  if recover or reclaim or redis.call('XLEN', KEYS[5 + queues[n]]) > 0 then
    full[#full + 1] = {queues[n], queues[n + 1], queues[n + 2]}
  end
end

local made, dropped = 0, 0
local function try(key, group, ...)
  local answer = redis.pcall(...)
  if type(answer) == 'table' and answer.err then
    if string.find(answer.err, 'NOGROUP') then
      redis.call('XGROUP', 'CREATE', key, group, '0', 'MKSTREAM')
      made = made + 1
    end
    answer = redis.call(...)  -- raises what is not mended, as a server that takes no writes
  end
  return answer
end

-- As acknowledge() of commit.lua: what this entry held back may go.
local function drop(q, key, entry, session)
  dropped = dropped + 1
  redis.call('HINCRBY', session_prefix .. session, 'moves', 1)
  redis.call('XACK', key, q[2], entry)
  redis.call('XDEL', key, entry)
  local busy = 'busy:' .. q[1]
  local parked = redis.call('LPOP', park_prefix .. q[1] .. ':' .. session)
  if parked then
    local w = cjson.decode(parked)
    redis.call('XADD', key, '*', 'id', w.id, 's', session, 'r', w.r, 't', w.t, 'n', w.n, 'e', w.e)
  elseif redis.call('HINCRBY', session_prefix .. session, busy, -1) < 0 then
    redis.call('HSET', session_prefix .. session, busy, 0)
  end
end

local taken, cost = {}, 0
local function fits(q) return cost + q[3] <= most end
local function give(q, key, row, delivery)
  local fields = row[2]
  local session, request
  for i = 1, #fields, 2 do
    if fields[i] == 's' then session = fields[i + 1] end
    if fields[i] == 'r' then request = fields[i + 1] end
  end
  local known = request ~= '' and redis.call('HMGET', request_prefix .. request, 'status', 'fork')
  local status, fork = known and known[1], known and known[2]
  if status and status ~= 'accepted' then
    if status == 'failed' then  -- comes back if the request is reopened
      local kept = 'dropped:' .. q[1] .. ':' .. row[1]
      redis.call('HSET', request_prefix .. request, kept, cjson.encode(fields))
    end
    drop(q, key, row[1], session)
  else
    cost = cost + q[3]
    taken[#taken + 1] = {q[1], row[1], delivery, fields, fork or (status and '' or '?')}
  end
end

-- Claim entries of a pending list, each a new delivery, but never what the consumer still holds.
local function claim(q, key, rows)
  for _, row in ipairs(rows) do
    if fits(q) and not held[q[1] .. ':' .. row[1]] then
      local claimed = redis.call('XCLAIM', key, q[2], consumer, 0, row[1])[1]
      if claimed and claimed[2] then give(q, key, claimed, row[4] + 1) end
    end
  end
end

for _, q in ipairs(full) do
  local key = KEYS[5 + q[1]]
  if recover and fits(q) then
    claim(q, key, try(key, q[2], 'XPENDING', key, q[2], '-', '+', 100, consumer))
  end
end
for _, q in ipairs(full) do
  local key = KEYS[5 + q[1]]
  if reclaim and fits(q) then
    claim(q, key, try(key, q[2], 'XPENDING', key, q[2], 'IDLE', lease, '-', '+', 100))
  end
end
for _, q in ipairs(full) do
  local key = KEYS[5 + q[1]]
  local before
  while before ~= dropped and fits(q) do  -- what is dropped may have held others back
    before = dropped
    local new = try(key, q[2], 'XREADGROUP', 'GROUP', q[2], consumer,
      'COUNT', math.floor((most - cost) / q[3]), 'STREAMS', key, '>')
    for _, row in ipairs(new and new[1][2] or {}) do
      give(q, key, row, 1)
      q.last = row[1]
    end
  end
end

-- Where to wait from, asked only when there was less than the consumer wanted. What its group has
-- not been given yet wakes it at once; what others hold does not.
local last = cost < most and {}
for _, q in ipairs(full) do last = fits(q) and last end
for n, q in ipairs(last and full or {}) do
  for _, info in ipairs(q.last and {} or redis.pcall('XINFO', 'GROUPS', KEYS[5 + q[1]])) do
    if info[2] == q[2] then q.last = info[8] end
  end
  last[2 * n - 1], last[2 * n] = q[1], q.last or '0-0'
end
return cjson.encode({taken, last, made})
