// In a Resources folder, so that builds keep it: nothing but a name refers to it.
Shader "Scenestream/Gradient Sky"
{
    Properties
    {
        _Color1 ("Bottom", Color) = (1, 1, 1, 1)
        _Color2 ("Top", Color) = (1, 1, 1, 1)
        _UpVector ("Up", Vector) = (0, 1, 0, 0)
        _Intensity ("Intensity", Float) = 1
        _Exponent ("Exponent", Float) = 1
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

            half4 _Color1, _Color2, _UpVector;
            half _Intensity, _Exponent;

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
                half d = dot(normalize(i.direction), normalize(_UpVector.xyz)) * 0.5 + 0.5;
                return lerp(_Color1, _Color2, pow(saturate(d), _Exponent)) * _Intensity;
            }
            ENDCG
        }
    }
}
