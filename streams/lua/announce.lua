-- Say something that is of no session to everybody who follows the feed. Said twice, it counts once.
--
-- KEYS 1 said string  that it was said, for a while
--      2 feed stream  every event, capped
-- ARGV seconds to remember it for, feed cap, the event as JSON
-- Returns whether it was said now.
if not redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[1]) then return 0 end
redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[2], '*', 'session', '', 'id', '', 'request', '',
  'e', ARGV[3])
return 1
