-- Take entries out of a stream for certain. XDEL only marks them: their bytes stay in Redis's memory,
-- and in every file that it writes of it, until all that was added beside them is gone, too. So the
-- stream is written anew without them, under the same ids, with its groups and what is pending there.
--
-- KEYS 1 stream
-- ARGV the entries that go
-- Returns how many of them were there.
local key = KEYS[1]
local goes, gone = {}, 0
for _, entry in ipairs(ARGV) do goes[entry] = true end
local rows = redis.call('XRANGE', key, '-', '+')
for _, row in ipairs(rows) do
  if goes[row[1]] then gone = gone + 1 end
end
if gone == 0 then return 0 end

local groups = {}
for n, flat in ipairs(redis.call('XINFO', 'GROUPS', key)) do
  local of = {}
  for i = 1, #flat, 2 do of[flat[i]] = flat[i + 1] end
  local pending = {}
  if of.pending > 0 then
    pending = redis.call('XPENDING', key, of.name, '-', '+', of.pending)
  end
  groups[n] = {name = of.name, last = of['last-delivered-id'], pending = pending}
end

local about, last = redis.call('XINFO', 'STREAM', key), nil
for i = 1, #about, 2 do
  if about[i] == 'last-generated-id' then last = about[i + 1] end
end
redis.call('DEL', key)
for _, row in ipairs(rows) do
  if not goes[row[1]] then redis.call('XADD', key, row[1], unpack(row[2])) end
end
-- An id that was given out is never given out again, whatever the clock does.
if gone == #rows then redis.call('XADD', key, 'MAXLEN', 0, last, 'x', '') end
redis.call('XSETID', key, last)
for _, group in ipairs(groups) do
  redis.call('XGROUP', 'CREATE', key, group.name, group.last)
  for _, p in ipairs(group.pending) do
    if not goes[p[1]] then
      redis.call('XCLAIM', key, group.name, p[2], 0, p[1], 'IDLE', p[3], 'RETRYCOUNT', p[4], 'FORCE',
        'JUSTID')
    end
  end
end
return gone
