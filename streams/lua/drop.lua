-- Throw a dead letter away. Its request can not be reopened any more, so it is soon forgotten too.
--
-- KEYS 1 dead   stream  dead letters of the stage
--      2 marks  hash    the letter's request
-- ARGV letter (its entry), its name, seconds to keep a closed request
-- Returns how many letters were there: 1 or 0.
if redis.call('HGET', KEYS[2], 'letter') == ARGV[2] then
  redis.call('HDEL', KEYS[2], 'letter')
  redis.call('EXPIRE', KEYS[2], ARGV[3])
end
return redis.call('XDEL', KEYS[1], ARGV[1])
