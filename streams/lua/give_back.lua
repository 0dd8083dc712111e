-- Give back work that was taken and not begun: it goes to the end of its stream, where whoever waits
-- for work finds it at once. The delivery does not count. Only what this very delivery still holds.
--
-- KEYS 1..n stream  the entry's work stream;  n+1..2n hash  the entry's session
-- ARGV consumer, n { group, entry, delivery }
-- Returns how many were given back.
local consumer, n, given = ARGV[1], tonumber(ARGV[2]), 0
for i = 1, n do
  local key, group, entry = KEYS[i], ARGV[3 * i], ARGV[3 * i + 1]
  local delivery = tonumber(ARGV[3 * i + 2])
  local row = redis.pcall('XPENDING', key, group, entry, entry, 1)
  if not row.err and row[1] and row[1][2] == consumer and row[1][4] == delivery then
    local found = redis.call('XRANGE', key, entry, entry)[1]
    redis.call('XACK', key, group, entry)
    if found then
      local fields, counted = found[2], false
      for at = 1, #fields, 2 do
        if fields[at] == 'n' then
          fields[at + 1], counted = tonumber(fields[at + 1]) + delivery - 1, true
        end
      end
      if not counted and delivery > 1 then
        fields[#fields + 1], fields[#fields + 2] = 'n', delivery - 1
      end
      redis.call('XADD', key, '*', unpack(fields))
      redis.call('XDEL', key, entry)
      redis.call('HINCRBY', KEYS[n + i], 'moves', 1)  -- see restore.lua
      given = given + 1
    end
  end
end
return given
