-- Begin to erase a session: from now on nobody can append to it, and its open requests are closed, so
-- that what is queued of them is dropped and what runs is refused. Begun again, it comes to the same.
--
-- KEYS 1 erased    zset    SHA-1 of sessions that were erased -> ms
--      2 open      zset    open requests, as <session>/<request>
--      3 cancelled stream  requests that were cancelled, capped; workers listen to it
--      4 never written (see streams/keys.py)
-- ARGV session, prefix of request keys, ms for which an erased session is remembered
-- Returns the requests that were still open.
local session, request_prefix, remember = ARGV[1], ARGV[2], tonumber(ARGV[3])
-- Redis's own clock: those of the processes differ, and jump.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - remember)
redis.call('ZADD', KEYS[1], 'NX', now, redis.sha1hex(session))

local closed, head = {}, session .. '/'
for _, member in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  if string.sub(member, 1, #head) == head then
    local request = string.sub(member, #head + 1)
    redis.call('HSET', request_prefix .. request, 'status', 'cancelled')
    redis.call('XADD', KEYS[3], 'MAXLEN', '~', 1000, '*', 'r', request)
    redis.call('ZREM', KEYS[2], member)
    closed[#closed + 1] = request
  end
end
return closed
