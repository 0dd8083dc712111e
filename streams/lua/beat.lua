-- Announce a consumer, or that it lives and what it has done. Said twice, it counts once. Time is
-- Redis's own: a consumer whose clock is wrong is neither dead nor immortal.
--
-- KEYS 1 members hash    consumer -> its row, as JSON
--      2 beats   zset    consumer -> ms of its last heartbeat; 0: it has left, but still holds work
-- ARGV consumer, row, announces ('1' = it may be new)
-- Returns how many others have left but still hold work, or -1 and does nothing when one that is not
-- new was taken out for its silence: what its row says of what it has done is in the totals by now.
if ARGV[3] ~= '1' and not redis.call('ZSCORE', KEYS[2], ARGV[1]) then return -1 end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], now, ARGV[1])
return redis.call('ZCOUNT', KEYS[2], 0, 0)
