-- Take work for a consumer: what is pending on it but unknown to it (a lost reply, a restart), then
-- expired leases of others, then new entries. Work that is due again is put back first. A missing
-- group is created at 0: a commit deletes its input, so a work stream holds just what is not done.
--
-- KEYS 1 due     zset    work to be tried again -> ms
--      2..       stream  one work stream a stage
-- ARGV consumer, now (ms), lease (ms), most entries, recover ('1'), reclaim ('1'),
--      #stages { stage (number from 1), group }, in order of preference
--      #held   { entry }: entries the consumer already works on
-- Returns { {stage, entry, delivery, {field, value, ...}} ... }, { last id of each stage's stream }
local at = 0
local function arg() at = at + 1; return ARGV[at] end
local function number() return tonumber(arg()) end
local consumer, now, lease, most = arg(), arg(), number(), number()
local recover, reclaim = arg() == '1', arg() == '1'
local stages, held = {}, {}
for n = 1, number() do stages[n] = {number = number(), group = arg()} end
for _ = 1, number() do held[arg()] = true end

for _, body in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, 100)) do
  local w = cjson.decode(body)
  redis.call('XADD', KEYS[1 + w.stage], '*', 'id', w.id, 's', w.s, 'r', w.r, 't', w.t, 'n', w.n,
    'e', w.e)
  redis.call('ZREM', KEYS[1], body)
end

local function try(key, group, ...)
  local answer = redis.pcall(...)
  if type(answer) == 'table' and answer.err and string.find(answer.err, 'NOGROUP') then
    redis.call('XGROUP', 'CREATE', key, group, '0', 'MKSTREAM')
    answer = redis.call(...)
  end
  return answer
end

local taken = {}
local function give(stage, key, group, rows)
  for _, row in ipairs(rows or {}) do
    local pending = row and redis.call('XPENDING', key, group, row[1], row[1], 1)
    if row and row[2] and pending[1] then
      taken[#taken + 1] = {stage, row[1], pending[1][4], row[2]}
    end
  end
end

-- Claim entries of a pending list, each a new delivery, but never what the consumer still holds.
local function claim(s, key, rows)
  for _, row in ipairs(rows) do
    if #taken < most and not held[row[1]] then
      give(s.number, key, s.group, redis.call('XCLAIM', key, s.group, consumer, 0, row[1]))
    end
  end
end

for _, s in ipairs(stages) do
  local key = KEYS[1 + s.number]
  if recover and #taken < most then
    claim(s, key, try(key, s.group, 'XPENDING', key, s.group, '-', '+', 100, consumer))
  end
end
for _, s in ipairs(stages) do
  local key = KEYS[1 + s.number]
  if reclaim and #taken < most then
    claim(s, key, try(key, s.group, 'XPENDING', key, s.group, 'IDLE', lease, '-', '+', 100))
  end
end
for _, s in ipairs(stages) do
  if #taken < most then
    local key = KEYS[1 + s.number]
    local new = try(key, s.group, 'XREADGROUP', 'GROUP', s.group, consumer, 'COUNT', most - #taken,
      'STREAMS', key, '>')
    if new then
      for _, row in ipairs(new[1][2]) do taken[#taken + 1] = {s.number, row[1], 1, row[2]} end
    end
  end
end

local last = {}
for n, s in ipairs(stages) do
  local info = redis.pcall('XINFO', 'STREAM', KEYS[1 + s.number])
  last[n] = '0-0'
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then last[n] = info[i + 1] end
  end
end
return {taken, last}
