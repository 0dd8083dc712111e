// In a Resources folder, so that builds keep it: nothing but a name refers to it.
Shader "Scenestream/Sun Sky"
{
    Properties
    {
        _TopColor ("Top", Color) = (0.4, 0.6, 0.9, 1)
        _TopExponent ("Top exponent", Float) = 8
        _HorizonColor ("Horizon", Color) = (0.9, 0.9, 0.9, 1)
        _BottomColor ("Bottom", Color) = (0.4, 0.4, 0.4, 1)
        _BottomExponent ("Bottom exponent", Float) = 3
        _SkyIntensity ("Sky intensity", Float) = 1
        _SunColor ("Sun", Color) = (1, 1, 0.9, 1)
        _SunIntensity ("Sun intensity", Float) = 2
        _SunAlpha ("Sun sharpness", Float) = 550
        _SunBeta ("Sun strength", Float) = 1
        _SunVector ("Towards the sun", Vector) = (0.3, 0.8, 0.5, 0)
    }
    SubShader
    {
        Tags { "Queue" = "Background" "RenderType" = "Background" "PreviewType" = "Skybox" }
        Cull Off
        ZWrite Off
        Pass
        {
            CGPROGRAM
            #pragma vertex vert
            #pragma fragment frag
            #include "UnityCG.cginc"

            half4 _TopColor, _HorizonColor, _BottomColor, _SunColor;
            float4 _SunVector;
            half _TopExponent, _BottomExponent, _SkyIntensity, _SunIntensity, _SunAlpha, _SunBeta;

            struct v2f
            {
                float4 position : SV_POSITION;
                float3 direction : TEXCOORD0;
            };

            v2f vert(appdata_base v)
            {
                v2f o;
                o.position = UnityObjectToClipPos(v.vertex);
                o.direction = v.vertex.xyz;
                return o;
            }

            half4 frag(v2f i) : SV_Target
            {
                float3 way = normalize(i.direction);
                half top = 1 - pow(saturate(1 - way.y), _TopExponent);
                half bottom = 1 - pow(saturate(1 + way.y), _BottomExponent);
                top = way.y > 0 ? top : 0;
                bottom = way.y < 0 ? bottom : 0;
                half4 sky = _TopColor * top + _HorizonColor * (1 - top - bottom) + _BottomColor * bottom;
                float towards = max(0, dot(way, normalize(_SunVector.xyz)));
                half sun = min(pow(towards, _SunAlpha) * _SunBeta, 1);
                return sky * _SkyIntensity + _SunColor * sun * _SunIntensity;
            }
            ENDCG
        }
    }
}
