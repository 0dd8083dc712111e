-- Take work for a consumer: what is pending on it but unknown to it (a lost reply, a restart), then
-- expired leases of others, then new entries. Work that is due again is put back first. A missing
-- group is created at 0: a commit deletes its input, so a work stream holds just what is not done.
-- Work of a request that has ended is dropped here and never given out; a failed request keeps it.
--
-- KEYS 1 due     zset    work to be tried again -> ms
--      2..       stream  one work stream a queue (see commit.lua)
--      last      never written (see streams/keys.py)
-- ARGV consumer, lease (ms), most entries, recover ('1'), reclaim ('1'),
--      prefix of request keys, of session keys, of parking lists,
--      the queues in order of preference, as JSON: [[queue, group], ...]
--      #held   { queue, entry }: what the consumer already works on; only to recover or reclaim
-- Returns how many entries, the entries as JSON: [[queue, entry, delivery, [field, value, ...]], ...],
--      { the last id that each queue's group was given }, empty when there may be more to take,
--      how many groups were missing
local at = 0
local function arg() at = at + 1; return ARGV[at] end
local function number() return tonumber(arg()) end
local consumer, lease, most = arg(), number(), number()
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local recover, reclaim = arg() == '1', arg() == '1'
local request_prefix, session_prefix, park_prefix = arg(), arg(), arg()
local queues, held = {}, {}
for n, q in ipairs(cjson.decode(arg())) do queues[n] = {number = q[1], group = q[2]} end
for _ = 1, number() do held[arg() .. ':' .. arg()] = true end

for _, body in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, 100)) do
  local w = cjson.decode(body)
  redis.call('XADD', KEYS[1 + w.queue], '*', 'id', w.id, 's', w.s, 'r', w.r, 't', w.t, 'n', w.n,
    'e', w.e)
  redis.call('ZREM', KEYS[1], body)
end

local made = 0
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
  redis.call('HINCRBY', session_prefix .. session, 'moves', 1)
  redis.call('XACK', key, q.group, entry)
  redis.call('XDEL', key, entry)
  local busy = 'busy:' .. q.number
  local parked = redis.call('LPOP', park_prefix .. q.number .. ':' .. session)
  if parked then
    local w = cjson.decode(parked)
    redis.call('XADD', key, '*', 'id', w.id, 's', session, 'r', w.r, 't', w.t, 'n', w.n, 'e', w.e)
  elseif redis.call('HINCRBY', session_prefix .. session, busy, -1) < 0 then
    redis.call('HSET', session_prefix .. session, busy, 0)
  end
end

local taken = {}
local function give(q, key, row, delivery)
  local fields = row[2]
  local session, request
  for i = 1, #fields, 2 do
    if fields[i] == 's' then session = fields[i + 1] end
    if fields[i] == 'r' then request = fields[i + 1] end
  end
  local status = request ~= '' and redis.call('HGET', request_prefix .. request, 'status')
  if status and status ~= 'accepted' then
    if status == 'failed' then  -- comes back if the request is reopened
      local kept = 'dropped:' .. q.number .. ':' .. row[1]
      redis.call('HSET', request_prefix .. request, kept, cjson.encode(fields))
    end
    drop(q, key, row[1], session)
  else
    taken[#taken + 1] = {q.number, row[1], delivery, fields}
  end
end

-- Claim entries of a pending list, each a new delivery, but never what the consumer still holds.
local function claim(q, key, rows)
  for _, row in ipairs(rows) do
    if #taken < most and not held[q.number .. ':' .. row[1]] then
      local claimed = redis.call('XCLAIM', key, q.group, consumer, 0, row[1])[1]
      if claimed and claimed[2] then give(q, key, claimed, row[4] + 1) end
    end
  end
end

for _, q in ipairs(queues) do
  local key = KEYS[1 + q.number]
  if recover and #taken < most then
    claim(q, key, try(key, q.group, 'XPENDING', key, q.group, '-', '+', 100, consumer))
  end
end
for _, q in ipairs(queues) do
  local key = KEYS[1 + q.number]
  if reclaim and #taken < most then
    claim(q, key, try(key, q.group, 'XPENDING', key, q.group, 'IDLE', lease, '-', '+', 100))
  end
end
for _, q in ipairs(queues) do
  local key = KEYS[1 + q.number]
  local more = true
  while more and #taken < most do
    local new = try(key, q.group, 'XREADGROUP', 'GROUP', q.group, consumer, 'COUNT', most - #taken,
      'STREAMS', key, '>')
    more = new and true or false
    for _, row in ipairs(new and new[1][2] or {}) do give(q, key, row, 1) end
  end
end

-- Where to wait from, asked only when there was less than the consumer wanted. What its group has
-- not been given yet wakes it at once; what others hold does not.
local last = {}
for n, q in ipairs(#taken < most and queues or {}) do
  local groups = redis.pcall('XINFO', 'GROUPS', KEYS[1 + q.number])
  last[n] = '0-0'
  for _, info in ipairs(groups) do
    if info[2] == q.group then last[n] = info[8] end
  end
end
return {#taken, cjson.encode(taken), last, made}
