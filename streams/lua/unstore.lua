-- Count artifacts as stored no more. Said twice, it counts once.
--
-- KEYS 1 stored hash  an artifact of a session, as digests -> its bytes; total -> of all of them
-- ARGV fields
-- Returns how many there were.
local gone = 0
for _, field in ipairs(ARGV) do
  local size = redis.call('HGET', KEYS[1], field)
  if size then
    redis.call('HDEL', KEYS[1], field)
    redis.call('HINCRBY', KEYS[1], 'total', -tonumber(size))
    gone = gone + 1
  end
end
return gone
